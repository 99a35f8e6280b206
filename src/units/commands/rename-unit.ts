import { refuse, staleRevision } from "../../kernel/problem.js";
import { authorize, signedIn, type Call } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { UnitRow } from "../unit.entity.js";
import { unitByCode } from "../unit.read-model.js";
import { nameProblems } from "../unit.rules.js";
import { renameUnit as storeName } from "../unit.store.js";
import { finished, onProblems, reasonProblems } from "../unit-step.js";
import type { RenameUnitInput } from "../unit.types.js";

export async function renameUnit(call: Call, input: RenameUnitInput): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "unit:rename", await unitByCode(session, input.unitCode));
  const today = dateInShanghai(now);
  const on = input.on ?? today;
  refuse([
    ...nameProblems(input),
    ...onProblems(on, unit, today),
    ...(input.reason == null ? [] : reasonProblems(input.reason)),
  ]);
  const { name, shortName } = input;
  const same = unit.name === name && unit.shortName === shortName;
  if (unit.revision === input.expectedRevision && same) return unit;
  const to = { name, shortName, at: now.toISOString(), by: signedIn(viewer).id };
  const renamed = unit.revision === input.expectedRevision && (await storeName(session, unit, to));
  if (!renamed) throw staleRevision((await unitByCode(session, unit.code))?.revision ?? unit.revision);
  const details = { name: [unit.name, name], shortName: [unit.shortName, shortName] } as const;
  return finished(call, unit, { action: "renameUnit", on, reason: input.reason ?? null, details });
}
