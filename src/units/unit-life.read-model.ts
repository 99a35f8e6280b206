import { sql, type Session } from "../platform/db/index.js";
import type { UnitEventRow, UnitPlaceRow } from "./unit-life.entity.js";

/** Where units stood before they were moved, the oldest stay first. */
export const placesOfUnits = (session: Session, unitIds: readonly string[]): Promise<UnitPlaceRow[]> =>
  session.query<UnitPlaceRow>(
    sql`select p.id, p.unit_id as unitId, p.parent_id as parentId, p.until_day as untilDay from unit_places p
        where p.unit_id in ${[...unitIds]} order by p.until_day`,
  );

export async function eventsOfUnits(session: Session, unitIds: readonly string[]): Promise<UnitEventRow[]> {
  const rows = await session.query<Omit<UnitEventRow, "details"> & { details: string }>(
    sql`select e.id, e.unit_id as unitId, e.revision, e.at, e.on_date as onDate, e.actor_id as actorId, e.actor,
          e.action, e.reason, e.details
        from unit_events e where e.unit_id in ${[...unitIds]} order by e.unit_id, e.revision`,
  );
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as UnitEventRow["details"] }));
}

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
