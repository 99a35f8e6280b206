import { completeTotals, formatOfYear, pack, type Format } from "../../src/forms/index.js";
import type { ReportRow, ReportVersionRow, VersionDocumentRow } from "../../src/reports/index.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { NationalUnit } from "./units.js";
import { filing } from "./filing.js";

/** Ten years, each with an official form. The API shows none that is yet to come; those fill the tables. */
export const NATIONAL_YEARS: readonly number[] = Array.from({ length: 10 }, (_, i) => 2019 + i);

/** One published report as the rows that it consists of; the compiler says so when a column is missing. */
export interface NationalReport {
  readonly report: ReportRow;
  readonly version: ReportVersionRow;
  readonly document: VersionDocumentRow;
}

const SECTIONS = { INTRODUCTION: "样本年报。", OVERVIEW: "由程序生成，仅供测试。" };

/** `number`: which of the year's reports; the rows' ids tell it, so that they are the same at every run and in order. */
export function nationalReport(unit: NationalUnit, year: number, number: number): NationalReport {
  const format = formatOfYear(year);
  if (!format) throw new Error(`no form for ${year}`);
  const leaves = figuresOf(format, randomFor(unit.code, year));
  const filed = filing(unit, year, format);
  const id = `${year}${String(number).padStart(11, "0")}`;
  const report = {
    ...filed,
    id: `R${id}`,
    cells: draftOf(format, leaves),
    sections: SECTIONS,
    openCells: null,
    tablesChangedOn: null,
    latestVersion: 1,
  };
  const version = {
    ...filed,
    id: `V${id}`,
    reportId: report.id,
    unitPath: unit.path,
    number: 1,
    samePerson: false,
    cells: Buffer.from(pack(format, completed(format, leaves))),
    stated: "",
  };
  const sources = "E".repeat(format.cells.length);
  return {
    report,
    version,
    document: { versionId: version.id, unitId: unit.id, sections: SECTIONS, sources },
  };
}

const OUTCOMES = {
  granted: 50,
  partial: 12,
  "unable.notHeld": 22,
  "denied.process": 5,
  "refused.petition": 6,
  "refused.repeat": 5,
} as const;
const PROACTIVE = ["licences.decisions", "penalties.decisions", "coercions.decisions"] as const;
const FEES = "proactive.fees.amount";

type Figures = ReadonlyMap<string, number>;

/**
 * The cells that are not 0, about eight, and with the totals about twenty: a real report is no fuller. What was received
 * is what was decided, so the form's identities hold.
 */
function figuresOf(format: Format, random: Random): Figures {
  const figures = new Map<string, number>();
  const add = (code: string, value: number): void => {
    if (format.position(code) !== undefined) figures.set(code, (figures.get(code) ?? 0) + value);
  };
  for (const applicant of random.chance(0.25) ? ["naturalPerson", "enterprise"] : ["naturalPerson"])
    for (let n = random.between(2, 4); n > 0; n--) {
      const requests = random.between(1, random.chance(0.05) ? 300 : 15);
      add(`requests.${random.weighted(OUTCOMES)}.${applicant}`, requests);
      add(`requests.received.${applicant}`, requests);
    }
  for (const row of PROACTIVE)
    if (random.chance(0.6)) add(`proactive.${row}`, random.between(1, random.chance(0.1) ? 5_000 : 60));
  if (random.chance(0.1)) add(FEES, random.between(1, 40_000) * 100);
  if (random.chance(0.08)) add("remedies.review.upheld", random.between(1, 6));
  if (random.chance(0.04)) add("remedies.review.corrected", random.between(1, 3));
  return figures;
}

function completed(format: Format, figures: Figures): (number | null)[] {
  const isLeaf = format.cells.map(({ parts }) => parts.length === 0);
  return completeTotals(
    format,
    format.cells.map(({ code, position }) => (isLeaf[position] ? (figures.get(code) ?? 0) : null)),
  ).values;
}

/** Only the cells that are not 0: with all 200 the working copies would take ten times the room of everything else. */
const draftOf = (format: Format, figures: Figures): ReportRow["cells"] =>
  Object.fromEntries(
    [...figures].map(([code, scaled]) => {
      const scale = format.cells[format.position(code) ?? -1]?.scale ?? 0;
      return [code, { value: String(scaled / 10 ** scale), source: "ENTERED" as const }];
    }),
  );
