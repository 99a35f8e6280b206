import { asGovernment } from "../access/index.js";
import { raw, sql, type Session } from "../platform/db/index.js";
import { handedOverTo, type UnitRow } from "../units/index.js";
import { unpack, formatOf } from "../forms/index.js";
import { COUNTED_STATUSES, mustFile, type ReportRow, VERSIONS } from "../reports/index.js";
import type { PreviousReport } from "../rules/index.js";

/** One counted version, or nothing but the number of predecessors where there is none. */
interface FiledVersion {
  readonly predecessors: number | string;
  readonly number: number | null;
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
  const { figures: own, predecessors } = await figuresOf(session, filed, unit);
  if (predecessors === 0) return own;
  const taken = (await handedOverTo(session, unit)).filter(
    (before) => (before.dissolvedOn ?? "") <= `${thisYear}-12-31` && mustFile(before, filed.year, scope),
  );
  if (taken.length === 0) return own;
  const theirs: PreviousReport[] = own ? [own] : [];
  for (const before of taken) {
    const { figures } = await figuresOf(session.under(asGovernment(session.scope, before)), filed, before);
    if (!figures) return null;
    theirs.push(figures);
  }
  return theirs.reduce(together);
}

/** What a unit filed, and how many units' open business came to it: in one statement, as it is mostly none. */
async function figuresOf(
  session: Session,
  { scope, year }: Filed,
  { id, path }: UnitRow,
): Promise<{ readonly figures: PreviousReport | null; readonly predecessors: number }> {
  const found = await session.query<FiledVersion>(
    sql`select p.predecessors, v.number, v.status, v.format, v.cells
        from (select count(*) as predecessors from units where successor_id = ${id}) p
        left join ${session.from(VERSIONS, "v")} on v.scope = ${scope} and v.year = ${year} and v.unit_path = ${path}
          and v.status in ${raw(COUNTED_STATUSES)}
        order by v.number desc`,
  );
  const [newest, ...older] = found;
  const predecessors = Number(newest?.predecessors ?? 0);
  if (!newest || newest.number === null) return { figures: null, predecessors };
  const format = formatOf(newest.format);
  const revisedAfterPublication = older.some((version) => version.status === "PUBLISHED");
  const values = unpack(format, newest.cells);
  return { figures: { format, year, values, revisedAfterPublication }, predecessors };
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
