import { Field, InterfaceType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Problem } from "../../kernel/problem.js";
import type { Language } from "../../kernel/text.js";
import { RecordMutationEnum } from "./step.types.js";

export enum ProblemCode {
  INVALID_INPUT = "INVALID_INPUT",
  STALE_REVISION = "STALE_REVISION",
  TRANSITION_REFUSED = "TRANSITION_REFUSED",
  BLOCKED_BY_FINDINGS = "BLOCKED_BY_FINDINGS",
  ALREADY_EXISTS = "ALREADY_EXISTS",
  NOT_ALLOWED_NOW = "NOT_ALLOWED_NOW",
  SIGN_IN_REFUSED = "SIGN_IN_REFUSED",
  KEY_REUSED = "KEY_REUSED",
}
registerEnumType(ProblemCode, { name: "ProblemCode", description: "问题类别 · What kind of problem it is" });

/** The codes that carry more than a message have a type of their own. */
const OWN_TYPE: Partial<Record<ProblemCode, string>> = {
  STALE_REVISION: "StaleRevision",
  TRANSITION_REFUSED: "TransitionRefused",
  BLOCKED_BY_FINDINGS: "BlockedByFindings",
};

@InterfaceType("Problem", {
  description: "问题：用户可以自行更正 · A problem that the user can correct",
  resolveType: ({ code }: ProblemType) => OWN_TYPE[code] ?? "InvalidInput",
})
export abstract class ProblemType {
  @Field(() => ProblemCode) code!: ProblemCode;
  @Field(() => String) message!: string;
  @Field(() => [String], {
    description: '在输入中的位置 · Where in the input, e.g. ["input","cells","3","value"]',
  })
  path!: readonly string[];
}

@ObjectType("InvalidInput", {
  simpleResolvers: true,
  implements: ProblemType,
  description: "输入有误 · The input is not acceptable as it is",
})
export class InvalidInputType extends ProblemType {}

@ObjectType("StaleRevision", {
  simpleResolvers: true,
  implements: ProblemType,
  description: "版本已过时 · Somebody else changed it in the meantime",
})
export class StaleRevisionType extends ProblemType {
  @Field(() => Int) currentRevision!: number;
}

@ObjectType("TransitionRefused", {
  simpleResolvers: true,
  implements: ProblemType,
  description: "当前状态不允许这一步 · The record's state does not allow this step",
})
export class TransitionRefusedType extends ProblemType {
  @Field(() => String, { description: "当前状态 · The state that the record is in" }) state!: string;
  @Field(() => [RecordMutationEnum], {
    description: "现在可以进行的步骤 · The mutations that are open to the record now, whoever may take them",
  })
  legalSteps!: readonly string[];
}

/** Presents problems in the caller's language. */
export const presentProblems = (problems: readonly Problem[], language: Language): ProblemType[] =>
  problems.map((problem) => ({
    ...problem,
    code: ProblemCode[problem.code],
    message: problem.message[language],
  }));
