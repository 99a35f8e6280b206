import { containing, sql, type Session } from "../../platform/db/index.js";
import { DISCLOSURE_CATALOGUE } from "./disclosure.entity.js";

/** The units whose catalogue may mention this name: some servers find more than the very spelling, which does no harm. */
export async function unitsNaming(session: Session, name: string): Promise<string[]> {
  const asSynonym = containing(JSON.stringify(name));
  const rows = await session.query<{ unitId: string }>(
    sql`select distinct c.unit_id as unitId from ${session.from(DISCLOSURE_CATALOGUE, "c")}
        where c.category = ${name} or c.title = ${name} or c.synonyms like ${asSynonym} escape '!'
        order by c.unit_id`,
  );
  return rows.map(({ unitId }) => unitId);
}
