import { authorize } from "../../access/index.js";
import { invalidInput, refuse, staleRevision, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { UnitRow } from "../unit.entity.js";
import { placesOfUnits } from "../unit-life.read-model.js";
import { placeElsewhere } from "../unit-life.store.js";
import { unitByCode, unitsByIds } from "../unit.read-model.js";
import { parentProblems } from "../unit.rules.js";
import { changeUnit } from "../unit.store.js";
import type { MoveUnitInput } from "../unit-life.types.js";
import { findForStep, finished, type UnitCall } from "../unit-step.js";

/** Moves a unit and all below it under another government; needs rights over the old and the new place. */
export async function moveUnit(call: UnitCall, input: MoveUnitInput): Promise<UnitRow> {
  const { session, viewer } = call;
  const { unit, on, problems } = await findForStep(call, "unit:move", input);
  const parent = authorize(viewer, "unit:move", await unitByCode(session, input.parentCode));
  const [former] = unit.parentId ? await unitsByIds(session, [unit.parentId]) : [];
  if (former) authorize(viewer, "unit:move", former);
  refuse([...problems, ...(await placeProblems(call, unit, parent, on))]);
  await placeUnder(call, unit, parent, on);
  const details = { parent: [former?.code ?? null, parent.code] as const };
  return finished(call, unit, { action: "moveUnit", on, reason: input.reason, details });
}

/** Problems of placing a unit below another from a day on. */
export async function placeProblems(
  { session }: Pick<UnitCall, "session">,
  unit: UnitRow,
  parent: UnitRow,
  on: CalendarDate,
): Promise<Problem[]> {
  const refuse = (field: string, zh: string, en: string): Problem[] => [
    invalidInput(["input", field], text(zh, en)),
  ];
  if (parent.path.startsWith(unit.path))
    return refuse("parentCode", "不能移到自身或其下级之下", "It cannot go below itself or what is below it");
  if (parent.id === unit.parentId)
    return refuse("parentCode", "该单位已在其下", "It stands below that one already");
  if (parent.dissolvedOn !== null) return refuse("parentCode", "该上级单位已撤销", "That unit was dissolved");
  if (parent.establishedOn !== null && on < parent.establishedOn)
    return refuse(
      "on",
      `上级单位 ${parent.establishedOn} 才设立`,
      `The unit above was set up on ${parent.establishedOn}`,
    );
  const last = (await placesOfUnits(session, [unit.id])).at(-1);
  if (last && on < last.untilDay)
    return refuse(
      "on",
      `不能早于上一次移动 ${last.untilDay}`,
      `Not before its last move, on ${last.untilDay}`,
    );
  return parentProblems(unit.kind, parent);
}

/** Moves the paths of the whole subtree, all rows that carry them, and the sums along them, in one transaction. */
export async function placeUnder(
  { session, followers }: Pick<UnitCall, "session" | "followers">,
  unit: UnitRow,
  parent: UnitRow,
  on: CalendarDate,
): Promise<void> {
  if (!(await changeUnit(session, unit, {}))) throw staleRevision(unit.revision + 1);
  const move = { from: unit.path, to: `${parent.path}${unit.code}/` };
  await placeElsewhere(session, unit, { parentId: parent.id, until: on, move });
  for (const follow of followers.moved) await follow(session, move);
}
