import { invalidInput, refuse, staleRevision, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { creditCodeProblems } from "../founding.js";
import type { UnitRow } from "../unit.entity.js";
import { unitsByIds, unitsByParents } from "../unit.read-model.js";
import { aliasProblems } from "../unit.rules.js";
import { changeUnit } from "../unit.store.js";
import type { AmendUnitInput } from "../unit-life.types.js";
import { isGovernment, mayStandBelow, type UnitKind } from "../unit-kind.js";
import { findForStep, finished, type UnitCall } from "../unit-step.js";

const AMENDED = ["kind", "filesReport", "establishedOn", "aliases", "creditCode"] as const;
type Amended = Pick<UnitRow, (typeof AMENDED)[number]>;

/** Corrects the register. Omitted fields stay; a founding day and a credit code are cleared by null. */
export async function amendUnit(call: UnitCall, input: AmendUnitInput): Promise<UnitRow> {
  const { unit, on, problems } = await findForStep(call, "unit:amend", input);
  const values: Amended = {
    kind: input.kind ?? unit.kind,
    filesReport: input.filesReport ?? unit.filesReport,
    establishedOn: input.establishedOn === undefined ? unit.establishedOn : input.establishedOn,
    aliases: input.aliases ?? unit.aliases,
    creditCode: input.creditCode === undefined ? unit.creditCode : input.creditCode,
  };
  refuse([
    ...problems,
    ...aliasProblems(values.aliases),
    ...(values.kind === unit.kind ? [] : await kindProblems(call, unit, values.kind)),
    ...lifespanProblems(values.establishedOn, unit),
    ...(values.creditCode === unit.creditCode
      ? []
      : await creditCodeProblems(call.session, values.creditCode)),
  ]);
  const details = Object.fromEntries(
    AMENDED.filter((field) => String(values[field]) !== String(unit[field])).map((field) => [
      field,
      [unit[field], values[field]] as const,
    ]),
  );
  if (Object.keys(details).length === 0) return unit;
  const { session, followers } = call;
  if (!(await changeUnit(session, unit, values))) throw staleRevision(unit.revision + 1);
  if (values.kind !== unit.kind)
    for (const follow of followers.moved) await follow(session, { from: unit.path, to: unit.path });
  return finished(call, unit, { action: "amendUnit", on, reason: input.reason, details });
}

async function kindProblems({ session }: UnitCall, unit: UnitRow, kind: UnitKind): Promise<Problem[]> {
  const refuse = (zh: string, en: string): Problem[] => [invalidInput(["input", "kind"], text(zh, en))];
  if (isGovernment(kind) !== isGovernment(unit.kind))
    return refuse(
      "政府与其他单位不能互改：请新设单位，并将原单位撤销",
      "A government stays one, and no other unit becomes one: found another unit and dissolve this one",
    );
  const [parent] = unit.parentId ? await unitsByIds(session, [unit.parentId]) : [];
  if (parent && !mayStandBelow(kind, parent.kind))
    return refuse(
      `级别须低于上级单位 ${parent.code}`,
      `Its level must be below that of the unit above, ${parent.code}`,
    );
  const above = (await unitsByParents(session, [unit.id])).find((child) => !mayStandBelow(child.kind, kind));
  return above
    ? refuse(
        `级别须高于下级单位 ${above.code}`,
        `Its level must be above that of ${above.code}, right below it`,
      )
    : [];
}

const lifespanProblems = (establishedOn: string | null, { dissolvedOn }: UnitRow): Problem[] =>
  establishedOn !== null && dissolvedOn !== null && establishedOn >= dissolvedOn
    ? [
        invalidInput(
          ["input", "establishedOn"],
          text(
            `须早于撤销日期 ${dissolvedOn}`,
            `It must be before the day of its dissolution, ${dissolvedOn}`,
          ),
        ),
      ]
    : [];
