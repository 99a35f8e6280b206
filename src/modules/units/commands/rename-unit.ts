import { authorize, signedIn, type Viewer } from "../../../access/index.js";
import type { Clock } from "../../../kernel/clock.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import type { UnitRow } from "../unit.entity.js";
import { unitByCode } from "../unit.read-model.js";
import { nameProblems } from "../unit.rules.js";
import { renameUnit as storeName } from "../unit.store.js";
import type { RenameUnitInput } from "../unit.types.js";

export async function renameUnit(
  session: Session,
  viewer: Viewer,
  input: RenameUnitInput,
  clock: Clock,
): Promise<UnitRow> {
  const unit = authorize(viewer, "unit:rename", await unitByCode(session, input.unitCode));
  const problems = nameProblems(input);
  if (problems.length > 0) throw new Refusal(...problems);
  if (
    unit.revision === input.expectedRevision &&
    unit.name === input.name &&
    unit.shortName === input.shortName
  )
    return unit;
  const to = {
    name: input.name,
    shortName: input.shortName,
    at: clock.now().toISOString(),
    by: signedIn(viewer).id,
  };
  const renamed = unit.revision === input.expectedRevision && (await storeName(session, unit, to));
  if (!renamed)
    throw new Refusal({
      code: "STALE_REVISION",
      message: text(
        "该单位已被他人修改，请刷新后重试",
        "Somebody changed this unit in the meantime: reload and try again",
      ),
      path: ["input", "expectedRevision"],
      currentRevision: (await unitByCode(session, unit.code))?.revision ?? unit.revision,
    });
  return (await unitByCode(session, unit.code)) ?? unit;
}
