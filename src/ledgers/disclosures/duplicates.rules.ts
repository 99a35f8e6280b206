import { fold } from "../../kernel/fold.js";
import type { Problem } from "../../kernel/problem.js";
import { shown } from "../../kernel/nearest.js";
import { text } from "../../kernel/text.js";
import type { DisclosureFields } from "./disclosure.rules.js";

type Identity = Pick<DisclosureFields, "title" | "category" | "documentNumber" | "formedOn">;

/** What makes two records the same to a reader of the ledger. */
const identityOf = ({ title, category, documentNumber, formedOn }: Identity): string =>
  [fold(title), fold(category), fold(documentNumber ?? ""), formedOn].join("\n");

/** Each record that is in the ledger already, or earlier in the same import. A file that is imported twice would count twice. */
export function duplicateProblems(
  records: readonly DisclosureFields[],
  known: readonly Identity[],
): Problem[] {
  const there = new Set(known.map(identityOf));
  const first = new Map<string, number>();
  return records.flatMap((record, i): Problem[] => {
    const identity = identityOf(record);
    const earlier = first.get(identity);
    if (earlier === undefined) first.set(identity, i);
    if (there.has(identity))
      return [alike(i, record, text("台账中已有相同记录", "The ledger has this record"))];
    if (earlier === undefined) return [];
    return [alike(i, record, text(`与第 ${earlier + 1} 条相同`, `The same as record ${earlier + 1}`))];
  });
}

const alike = (i: number, { title, formedOn }: Identity, how: { zh: string; en: string }): Problem => ({
  code: "ALREADY_EXISTS",
  path: ["input", "records", String(i)],
  message: text(
    `第 ${i + 1} 条：${how.zh}：“${shown(title)}”（${formedOn}）；确为两条的，请给 allowDuplicates`,
    `Record ${i + 1}: ${how.en}: “${shown(title)}” (${formedOn}); if they are two indeed, give allowDuplicates`,
  ),
});
