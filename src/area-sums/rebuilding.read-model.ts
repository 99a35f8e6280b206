import { atOrBelow, raw, sql, type Session, type Sql } from "../platform/db/index.js";
import { UNIT_KINDS, type UnitKind } from "../units/index.js";
import { COUNTED_STATUSES, REPORT_STAGES, type ReportStage, VERSIONS } from "../reports/index.js";
import type { Countable } from "./counting.js";
import { REPORT_SUMS } from "./report-sum.entity.js";

/** Everything below one root of the tree in one year: the unit of recomputation. */
export interface Portion {
  readonly root: string;
  readonly year: number;
}

export interface Area {
  readonly path: string;
  readonly kind: UnitKind;
}

export interface StoredVersion extends Countable {
  readonly path: string;
  readonly status: ReportStage;
  readonly format: string;
  readonly cells: Uint8Array;
}

export interface StoredSum {
  readonly stage: ReportStage;
  readonly path: string;
  readonly format: string;
  readonly filed: number;
  readonly cells: Uint8Array;
}

/** Of every year that has versions, or sums. */
export async function portions(session: Session): Promise<Portion[]> {
  const roots = await session.query<{ path: string }>(
    sql`select path from units where parent_id is null order by path`,
  );
  const years = await yearsWithVersions(session);
  return years.flatMap((year) => roots.map(({ path }) => ({ root: path, year })));
}

/** Of versions, or of sums. */
export async function yearsWithVersions(session: Session): Promise<number[]> {
  const years = await session.query<{ year: number }>(
    sql`select distinct v.year from ${session.from(VERSIONS, "v")} where v.scope = 'OWN'
        union select distinct year from report_sums order by year`,
  );
  return years.map(({ year }) => year);
}

const GOVERNMENTS = Object.entries(UNIT_KINDS)
  .filter(([, { government }]) => government)
  .map(([kind]) => kind);

/** The governments at or below a root, the highest first. */
export const areasBelow = (session: Session, root: string): Promise<Area[]> =>
  session.query<Area>(
    sql`select u.path, u.kind from units u where ${atOrBelow("u.path", root)} and u.kind in ${GOVERNMENTS}
        order by u.path`,
  );

/** By unit. */
export const storedVersions = (session: Session, { root, year }: Portion): Promise<StoredVersion[]> =>
  session.query<StoredVersion>(
    sql`select v.unit_path as path, v.number, v.status, v.format, v.cells from ${session.from(VERSIONS, "v")}
        where v.scope = 'OWN' and v.year = ${year} and ${atOrBelow("v.unit_path", root)}
          and v.status in ${raw(COUNTED_STATUSES)}
        order by v.unit_path`,
  );

/** The keys of all areas at or below a root in one year: nine ranges of the primary key. */
const sumsOf = ({ root, year }: Portion): Sql =>
  sql`stage in ${[...REPORT_STAGES]} and kind in ${GOVERNMENTS} and year = ${year} and ${atOrBelow("path", root)}`;

/** Locks the rows until the transaction ends. */
export const holdSums = (session: Session, portion: Portion): Promise<void> =>
  session.hold(REPORT_SUMS, sumsOf(portion));

export const storedSums = (session: Session, portion: Portion): Promise<StoredSum[]> =>
  session.query<StoredSum>(
    sql`select stage, path, format, filed, cells from report_sums where ${sumsOf(portion)}`,
  );

export const deleteSums = (session: Session, portion: Portion): Promise<void> =>
  session.execute(sql`delete from report_sums where ${sumsOf(portion)}`);
