import { sql, type Session } from "../platform/db/index.js";
import { placesThen, type StoodElsewhere } from "./places-then.js";
import type { UnitRow } from "./unit.entity.js";
import { unitsWhere } from "./unit.read-model.js";

/** Units that stood elsewhere on a day, each by its first later move. Few rows: reforms are rare. */
export async function stoodElsewhere(session: Session, day: string): Promise<StoodElsewhere[]> {
  const rows = await session.query<StoodElsewhere & { unitId: string }>(
    sql`select p.unit_id as unitId, u.path, a.path as parentPath from unit_places p
        join units u on u.id = p.unit_id left join units a on a.id = p.parent_id
        where p.until_day > ${day} order by p.until_day`,
  );
  return rows.filter((row, i) => rows.findIndex(({ unitId }) => unitId === row.unitId) === i);
}

/** The units that stood at or below one on the last day of a year, each with its path then, in the order of these. */
export async function unitsBelowThen(
  session: Session,
  top: UnitRow,
  year: number,
  limit: number,
): Promise<{ unit: UnitRow; path: string }[]> {
  const moved = await stoodElsewhere(session, `${year}-12-31`);
  const then = placesThen(moved);
  const root = then(top.path);
  const found = new Map<string, { unit: UnitRow; path: string }>();
  const from = [top.path, ...moved.map(({ path }) => path).filter((path) => then(path).startsWith(root))];
  for (const under of from)
    for (const unit of await unitsWhere(session, { under }, limit))
      if (then(unit.path).startsWith(root)) found.set(unit.id, { unit, path: then(unit.path) });
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
