import { authorize, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import type { UnitRow } from "../unit.entity.js";
import { unitByCode } from "../unit.read-model.js";
import { aliasProblems, codeProblems, nameProblems, parentProblems } from "../unit.rules.js";
import { insertUnit } from "../unit.store.js";
import type { CreateUnitInput } from "../unit.types.js";

export async function createUnit(session: Session, viewer: Viewer, input: CreateUnitInput): Promise<UnitRow> {
  const parent = authorize(viewer, "unit:create", await unitByCode(session, input.parentCode));
  const problems = [
    ...parentProblems(input.kind, parent),
    ...codeProblems(input.code, input.kind, parent),
    ...nameProblems(input),
    ...aliasProblems(input.aliases ?? []),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  if (await unitByCode(session, input.code))
    throw new Refusal({
      code: "ALREADY_EXISTS",
      message: text("已有单位使用该代码", "A unit has this code already"),
      path: ["input", "code"],
    });
  const { code, name, shortName, kind, filesReport } = input;
  const establishedOn = input.establishedOn ?? null;
  return insertUnit(
    session,
    { code, name, shortName, aliases: input.aliases ?? [], kind, filesReport, establishedOn },
    parent,
  );
}
