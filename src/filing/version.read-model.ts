import { asGovernment } from "../access/index.js";
import { raw, sql, type Session } from "../platform/db/index.js";
import { handedOverTo, type UnitRow } from "../units/index.js";
import { unpack, formatOf } from "../forms/index.js";
import { mustFile } from "./must-file.js";
import { COUNTED_STATUSES } from "./report-status.js";
import type { ReportRow } from "./report.entity.js";
import type { PreviousReport } from "../rules/index.js";
import { VERSIONS } from "./version.entity.js";

interface CountedVersion {
  readonly number: number;
  readonly status: string;
  readonly format: string;
  readonly cells: Uint8Array;
}

type Filed = Pick<ReportRow, "scope" | "year">;

/**
 * Last year's figures as the rules compare with them: the newest version that counts and that this scope may see. Those of
 * the units whose open business the unit has taken over by the end of the year belong to it: what they carried out it
 * carries in, whoever of its people saves. Where such a unit has not filed, nothing can be compared.
 */
export async function previousFigures(
  session: Session,
  { scope, year: thisYear }: Filed,
  unit: UnitRow,
): Promise<PreviousReport | null> {
  const filed = { scope, year: thisYear - 1 };
  const own = await figuresOf(session, filed, unit);
  const taken = (await handedOverTo(session, unit)).filter(
    (before) => (before.dissolvedOn ?? "") <= `${thisYear}-12-31` && mustFile(before, filed.year, scope),
  );
  if (taken.length === 0) return own;
  const theirs: PreviousReport[] = own ? [own] : [];
  for (const before of taken) {
    const figures = await figuresOf(session.under(asGovernment(session.scope, before)), filed, before);
    if (!figures) return null;
    theirs.push(figures);
  }
  return theirs.reduce(together);
}

async function figuresOf(
  session: Session,
  { scope, year }: Filed,
  { path }: UnitRow,
): Promise<PreviousReport | null> {
  const found = await session.query<CountedVersion>(
    sql`select v.number, v.status, v.format, v.cells from ${session.from(VERSIONS, "v")}
        where v.scope = ${scope} and v.year = ${year} and v.unit_path = ${path}
          and v.status in ${raw(COUNTED_STATUSES)}
        order by v.number desc`,
  );
  const [newest, ...older] = found;
  if (!newest) return null;
  const format = formatOf(newest.format);
  return {
    format,
    year,
    values: unpack(format, newest.cells),
    revisedAfterPublication: older.some((version) => version.status === "PUBLISHED"),
  };
}

/** Two reports of one year, cell by cell; a cell that both leave blank stays so. */
const together = (one: PreviousReport, other: PreviousReport): PreviousReport => ({
  ...one,
  values: one.values.map((value, i) => {
    const more = other.values[i] ?? null;
    return value === null ? more : value + (more ?? 0);
  }),
  revisedAfterPublication: one.revisedAfterPublication || other.revisedAfterPublication,
});
