import { randomFor } from "../src/kernel/random.js";
import { formatOfYear, pack, type Format } from "../src/forms/index.js";
import type { ReportRow, ReportVersionRow, VersionDocumentRow } from "../src/reports/index.js";
import type { UnitRow } from "../src/units/index.js";
import { newId } from "../src/platform/db/index.js";
import { filing } from "../seeds/national/filing.js";

/** One published report as the rows that it consists of; the compiler says so when a column is missing. */
export interface ReportRows {
  readonly report: ReportRow;
  readonly version: ReportVersionRow;
  readonly document: VersionDocumentRow;
}

const CELLS_NOT_ZERO = 20;
const PARAGRAPH =
  "本年度，本机关认真贯彻落实政府信息公开条例，主动公开政府信息，依法办理政府信息公开申请。".repeat(4);
const SECTIONS = {
  INTRODUCTION: PARAGRAPH,
  OVERVIEW: PARAGRAPH,
  PROBLEMS: PARAGRAPH,
  OTHER_MATTERS: PARAGRAPH,
};

export function reportRows(unit: UnitRow, year: number): ReportRows {
  const format = formatOfYear(year);
  if (!format) throw new Error(`no form for ${year}`);
  const values = valuesOf(format, unit, year);
  const filed = filing(unit, year, format);
  const report = {
    ...filed,
    id: newId(),
    cells: draftOf(format, values),
    sections: SECTIONS,
    openCells: null,
    tablesChangedOn: null,
    latestVersion: 1,
  };
  const version = {
    ...filed,
    id: newId(),
    reportId: report.id,
    unitPath: unit.path,
    number: 1,
    samePerson: false,
    cells: Buffer.from(pack(format, values)),
    stated: "",
  };
  const sources = "E".repeat(format.cells.length);
  return {
    report,
    version,
    document: { versionId: version.id, unitId: unit.id, sections: SECTIONS, sources },
  };
}

/** About 20 cells that are not zero, mostly small, the same at every run; a real report is no fuller. */
function valuesOf(format: Format, unit: UnitRow, year: number): number[] {
  const random = randomFor(unit.code, year);
  const values = format.cells.map(() => 0);
  for (let n = 0; n < CELLS_NOT_ZERO; n++) {
    const cell = format.cells[random.between(0, values.length - 1)];
    if (cell) values[cell.position] = random.between(1, random.chance(0.1) ? 5_000 : 60) * 10 ** cell.scale;
  }
  return values;
}

const draftOf = (format: Format, values: readonly number[]): ReportRows["report"]["cells"] =>
  Object.fromEntries(
    format.cells
      .filter(({ position }) => values[position] !== 0)
      .map(({ code, position, scale }) => [
        code,
        { value: String((values[position] ?? 0) / 10 ** scale), source: "ENTERED" as const },
      ]),
  );
