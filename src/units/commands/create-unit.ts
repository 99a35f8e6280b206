import { refuse } from "../../kernel/problem.js";
import { authorize, type Call } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { foundingProblems, newUnitOf } from "../founding.js";
import type { UnitRow } from "../unit.entity.js";
import { unitByCode } from "../unit.read-model.js";
import { insertUnit } from "../unit.store.js";
import { finished } from "../unit-step.js";
import type { CreateUnitInput } from "../unit.types.js";

export async function createUnit(call: Call, input: CreateUnitInput): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const parent = authorize(viewer, "unit:create", await unitByCode(session, input.parentCode));
  refuse(await foundingProblems(session, input, parent));
  const unit = await insertUnit(session, newUnitOf(input), parent);
  const on = unit.establishedOn ?? dateInShanghai(now);
  return finished(call, unit, { action: "createUnit", on, reason: null });
}
