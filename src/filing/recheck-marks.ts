import { atOrBelow, newId, raw, sql, type Session } from "../platform/db/index.js";
import { isGovernment, type UnitRow } from "../units/index.js";
import { RECHECK_MARKS, type RecheckMarkRow } from "./recheck-mark.entity.js";
import { FIRST_YEAR, type ReportRow, REPORTS, type ReportScope } from "../reports/index.js";

/** Announced by a transaction that left marks, which are worked off after the commit. */
export const MARKED = "reports are to be checked again";

const LAST_YEAR = 9999;

export interface ToCheck {
  readonly unitId: string;
  /** All units below it, too. */
  readonly below?: boolean;
  readonly year?: number;
  readonly scope?: ReportScope;
}

/**
 * Marks reports in the transaction that changed what their findings depend on; they say "being checked" from then on.
 */
export async function markReports(
  session: Session,
  now: Date,
  ...toCheck: readonly ToCheck[]
): Promise<void> {
  if (toCheck.length === 0) return;
  const rows = toCheck.map(({ unitId, below = false, year, scope }): RecheckMarkRow => ({
    id: newId(),
    unitId,
    below,
    scope: scope ?? "ANY",
    fromYear: year ?? FIRST_YEAR,
    toYear: year ?? LAST_YEAR,
    afterId: "",
    markedAt: now.toISOString(),
  }));
  await session.rows(RECHECK_MARKS).insert(...rows);
  session.announce(MARKED);
}

/**
 * After a version appeared or was withdrawn: marks each 本级汇总 that includes it, and the next report of the unit's
 * successor.
 */
export const markDependents = (
  session: Session,
  { id, kind, parentId, successorId }: UnitRow,
  { year, scope }: Pick<ReportRow, "year" | "scope">,
  now: Date,
): Promise<void> => {
  const inOwn = scope === "OWN" && isGovernment(kind);
  const governments = inOwn ? [id] : parentId === null ? [] : [parentId];
  const heirs = successorId === null ? [] : [{ unitId: successorId, year: year + 1, scope }];
  const toCheck = governments.map((unitId) => ({ unitId, year, scope: "SYSTEM" as const }));
  return markReports(session, now, ...toCheck, ...heirs);
};

/** A mark, with the place of its unit in the tree. */
export interface PlacedMark extends RecheckMarkRow {
  readonly path: string;
}

/** Every mark there is, oldest first; mostly none. */
export const marksLeft = async (session: Session): Promise<PlacedMark[]> => {
  const rows = await session.query<Omit<PlacedMark, "below"> & { below: unknown }>(
    sql`select m.id, m.unit_id as unitId, m.below, m.from_year as fromYear, m.to_year as toYear, m.scope,
          m.after_id as afterId, m.marked_at as markedAt, u.path
        from recheck_marks m join units u on u.id = m.unit_id order by m.marked_at, m.id`,
  );
  return rows.map((row) => ({ ...row, below: Number(row.below) === 1 }));
};

interface Marked {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly scope: ReportScope;
}

/** True if the report must still be checked under the mark. */
export const isLeft = (mark: PlacedMark, report: Marked): boolean =>
  (mark.below ? report.unitPath.startsWith(mark.path) : report.unitId === mark.unitId) &&
  mark.fromYear <= report.year &&
  report.year <= mark.toYear &&
  (mark.scope === "ANY" || mark.scope === report.scope) &&
  report.id > mark.afterId;

/** The next reports that are to be checked under a mark, in the order of their ids. */
export const nextMarked = (
  session: Session,
  mark: PlacedMark,
  most: number,
): Promise<Pick<ReportRow, "id" | "unitId">[]> =>
  session.query(
    sql`select r.id, r.unit_id as unitId from ${session.from(REPORTS, "r")} join units u on u.id = r.unit_id
        where r.id > ${mark.afterId} and r.year >= ${mark.fromYear} and r.year <= ${mark.toYear}
          and ${mark.scope === "ANY" ? raw("1=1") : sql`r.scope = ${mark.scope}`}
          and ${mark.below ? atOrBelow("u.path", mark.path) : sql`r.unit_id = ${mark.unitId}`}
        order by r.id limit ${raw(String(most))}`,
  );
