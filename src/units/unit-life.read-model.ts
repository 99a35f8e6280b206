import { sql, type Session } from "../platform/db/index.js";
import { type UnitPlaceRow } from "./unit-life.entity.js";

/** Where units stood before they were moved, the oldest stay first. */
export const placesOfUnits = (session: Session, unitIds: readonly string[]): Promise<UnitPlaceRow[]> =>
  session.query<UnitPlaceRow>(
    sql`select p.id, p.unit_id as unitId, p.parent_id as parentId, p.until_day as untilDay from unit_places p
        where p.unit_id in ${[...unitIds]} order by p.until_day`,
  );

export interface Succession {
  readonly unitId: string;
  readonly successorId: string;
}

/** Every succession that one of these units has a part in, in the order in which they were named. */
export const successionsOf = (session: Session, unitIds: readonly string[]): Promise<Succession[]> =>
  session.query<Succession>(
    sql`select s.unit_id as unitId, s.successor_id as successorId from unit_successors s
        where s.unit_id in ${[...unitIds]} or s.successor_id in ${[...unitIds]} order by s.unit_id, s.position`,
  );

/** True if the unit was a parent of a moved unit, so that the register's past depends on it. */
export async function wasParent(session: Session, unitId: string): Promise<boolean> {
  const rows = await session.query(sql`select 1 from unit_places where parent_id = ${unitId} limit 1`);
  return rows.length > 0;
}
