import { refuse } from "../../kernel/problem.js";
import { authorize, type Call } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { foundingProblems, newUnitOf, type UnitGiven } from "../founding.js";
import type { UnitRow } from "../unit.entity.js";
import { unitByCode } from "../unit.read-model.js";
import { insertUnit } from "../unit.store.js";
import { foundingChanges, recordUnitEvent } from "../unit-life.store.js";
import type { CreateUnitInput } from "../unit.types.js";

export async function createUnit(call: Call, input: CreateUnitInput): Promise<UnitRow> {
  const { session, viewer } = call;
  const parent = authorize(viewer, "unit:create", await unitByCode(session, input.parentCode));
  refuse(await foundingProblems(session, input, parent));
  return foundUnit(call, input, parent);
}

/** Adds a unit that nothing stands against, below a parent or as a root of the tree, and writes its history. */
export async function foundUnit(
  { session, now }: Pick<Call, "session" | "now">,
  given: UnitGiven,
  parent: UnitRow | null,
): Promise<UnitRow> {
  const unit = await insertUnit(session, newUnitOf(given), parent);
  const onDate = unit.establishedOn ?? dateInShanghai(now);
  const details = foundingChanges(unit, parent);
  recordUnitEvent(session, unit, { action: "createUnit", onDate, reason: null, details });
  return unit;
}
