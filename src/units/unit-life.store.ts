import { callOf } from "../access/index.js";
import {
  append,
  changesBetween,
  CHANGE_FEED,
  type Changes,
  HISTORY,
  HISTORY_HEADS,
} from "../history/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { newId, type Session } from "../platform/db/index.js";
import { UNIT_NAMES, UNITS, type UnitRow } from "./unit.entity.js";
import { UNIT_PLACES, UNIT_SUCCESSORS, type UnitChange } from "./unit-life.entity.js";
import type { TreeMove } from "./unit-followers.js";

export interface UnitHappening {
  readonly action: string;
  readonly onDate: CalendarDate;
  readonly reason: string | null;
  /** What became what: field -> [before, after]. */
  readonly details: Readonly<Record<string, UnitChange>>;
}

/** Records the change that led to the unit's latest revision. */
export const recordUnitEvent = (
  session: Session,
  unit: Pick<UnitRow, "id" | "path" | "revision">,
  { action, onDate, reason, details }: UnitHappening,
): void =>
  append(callOf(session), {
    unit,
    subject: { type: "Unit", id: unit.id },
    ...{ operation: action, on: onDate, revision: unit.revision, changes: details, reason },
  });

/** What the register says of a new unit. */
export const foundingChanges = (
  { code, name, shortName, aliases, kind, filesReport, establishedOn, creditCode }: UnitRow,
  parent: Pick<UnitRow, "code"> | null,
): Changes =>
  changesBetween(
    {},
    {
      ...{ code, name, shortName, aliases, kind, parent: parent?.code },
      ...{ filesReport, establishedOn, creditCode },
    },
  );

/** Puts a unit at or below another place, with everything below it. */
export async function placeElsewhere(
  session: Session,
  unit: UnitRow,
  { parentId, until, move }: { parentId: string | null; until: CalendarDate; move: TreeMove },
): Promise<void> {
  // A unit that moved twice on one day has no place in between.
  const known = await session.rows(UNIT_PLACES).one({ unitId: unit.id, untilDay: until });
  if (!known)
    await session
      .rows(UNIT_PLACES)
      .insert({ id: newId(), unitId: unit.id, parentId: unit.parentId, untilDay: until });
  await session.rows(UNITS).update({ id: unit.id }, { parentId });
  await session.relocate((rows) => rows.rewritePaths(UNITS, "path", move.from, move.to));
}

export async function replaceSuccessors(
  session: Session,
  { id: unitId }: UnitRow,
  successors: readonly UnitRow[],
): Promise<void> {
  await session.rows(UNIT_SUCCESSORS).delete({ unitId });
  const rows = successors.map(({ id: successorId }, position) => ({ unitId, successorId, position }));
  if (rows.length > 0) await session.rows(UNIT_SUCCESSORS).insert(...rows);
}

/** Rows of the register that belong to the unit, and are deleted with a unit made by mistake. */
const OWN = [UNIT_NAMES, UNIT_PLACES] as const;

/** The tables beside the register that hold something of the unit; successions are the register's, and its history stays. */
export const tablesHolding = (session: Session, { id }: UnitRow): Promise<readonly string[]> =>
  session.tablesOf(id, [...OWN, UNIT_SUCCESSORS, HISTORY, HISTORY_HEADS, CHANGE_FEED]);

export async function deleteUnit(session: Session, { id }: UnitRow): Promise<void> {
  await session.rows(UNIT_NAMES).delete({ unitId: id });
  await session.rows(UNIT_PLACES).delete({ unitId: id });
  await session.rows(UNITS).delete({ id });
}
