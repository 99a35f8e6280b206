import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import { countOf } from "../form-codes.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import { DOCUMENT_SUBJECTS } from "./documents.data.js";
import type { SeedDisclosure } from "./disclosures.js";
import type { LedgerFacts } from "./facts.js";

export interface SeedDocument extends SeedDisclosure {
  readonly publishedOn: CalendarDate;
  /** Set where it was repealed in the year. */
  readonly repealedOn: CalendarDate | null;
}

export interface SeedDocuments {
  /** In force when the ledger was begun, and entered then. */
  readonly before: readonly SeedDocument[];
  /** The year's own, published like all else. */
  readonly issued: readonly SeedDisclosure[];
}

/** 行政规范性文件: those in force at the end of the year, and those repealed in it. */
export function documentsOf(facts: LedgerFacts): SeedDocuments {
  const { unit, year, cells } = facts;
  const count = (column: string) => countOf(cells, `proactive.normativeDocuments.${column}`);
  const [issued, repealed, inForce] = [count("issued"), count("repealed"), count("inForce")];
  const random = randomFor(unit.code, year.year, "documents");
  const older = inForce - issued + repealed;
  return {
    before: Array.from({ length: older }, (_, at) => ({
      ...olderDocument(facts, at, older, random),
      // The oldest go first.
      repealedOn: at < repealed ? year.day(60 + 50 * at + random.between(0, 9)) : null,
    })),
    issued: Array.from({ length: issued }, (_, at) =>
      documentOf(unit.code, year.year, year.day(30 + 90 * at + random.between(0, 9)), older + at),
    ),
  };
}

/** Over six years, the last of which issued what its report says. */
function olderDocument({ unit, year, lastYear }: LedgerFacts, at: number, older: number, random: Random) {
  const ofLastYear = countOf(lastYear, "proactive.normativeDocuments.issued");
  const before = older - ofLastYear;
  const yearsAgo = at < before ? 2 + Math.floor(((before - 1 - at) * 5) / before) : 1;
  const formedIn = year.year - yearsAgo;
  const formedOn = year.calendar.after(`${formedIn}-01-01`, random.between(20, 200));
  const publishedOn = year.calendar.after(formedOn, random.between(2, 9));
  return { ...documentOf(unit.code, formedIn, formedOn, at), publishedOn };
}

function documentOf(unitCode: string, year: number, formedOn: CalendarDate, at: number): SeedDisclosure {
  const subjects = DOCUMENT_SUBJECTS[unitCode] ?? ["政务公开"];
  const subject = subjects[at % subjects.length] ?? subjects[0];
  return {
    title: `关于规范${subject}的通知`,
    category: "政策文件",
    channels: ["WEBSITE"],
    items: 1,
    formedOn,
    documentNumber: `示规〔${year}〕${at + 1}号`,
  };
}
