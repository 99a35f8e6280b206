import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import { importInterpretations, type GivenFields } from "../../src/ledgers/interpretations/api.js";
import type { Book } from "./book.js";
import type { SeedRound } from "./disclosures.js";

/** Every normative document of the year: in words on the day, every second one as a chart two working days later. */
export async function keepInterpretations(
  book: Book,
  rounds: readonly SeedRound[],
  calendar: WorkingCalendar,
): Promise<void> {
  const records = rounds.flatMap((round) => interpretationsOf(round, calendar));
  const last = records.at(-1)?.publishedOn;
  if (!last) return;
  const call = book.call(book.clerk, "importInterpretations", last, 17);
  await importInterpretations(call, { unitCode: book.unitCode, records }, book.at(last, 17));
}

const interpretationsOf = (
  { publishedOn: documentPublishedOn, disclosures }: SeedRound,
  calendar: WorkingCalendar,
): GivenFields[] =>
  disclosures
    .filter(({ documentNumber }) => documentNumber !== null)
    .flatMap(({ title, documentNumber }, at) => {
      const document = {
        documentTitle: title,
        documentNumber,
        documentClass: "NORMATIVE" as const,
        documentPublishedOn,
        interpreter: "示例·主要负责人",
        channel: "政府网站",
      };
      const words = { form: "TEXT" as const, title: `《${title}》解读`, publishedOn: documentPublishedOn };
      const chart = {
        form: "CHART" as const,
        title: `一图读懂《${title}》`,
        publishedOn: calendar.after(documentPublishedOn, 2),
      };
      return [words, ...(at % 2 === 1 ? [chart] : [])].map((form) => ({ ...document, ...form }));
    });
