import type { GraphQLScalarType } from "graphql";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { Problem } from "../../kernel/problem.js";
import type { Language } from "../../kernel/text.js";
import { presentProblems, ProblemType } from "./problems.types.js";

/** What every input of a mutation has. A mutation has an input type of its own, so that one can grow without the others. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "幂等键，1 至 200 个字符：七日内以同一键重发同一输入，返回第一次的结果，不重复办理；同一键而输入不同，为问题 KEY_REUSED · Idempotency key, 1 to 200 characters: the same key and input again, within seven days, answers the first result and does nothing; the same key with another input is the problem KEY_REUSED",
  })
  idempotencyKey?: string | null;
}

export const EXPECTED_REVISION =
  "所依据的修订号，即读取时记录的 revision；已被他人改过则为问题 STALE_REVISION，什么都不改 · The record's revision as the caller read it; where somebody has changed the record since, the problem is STALE_REVISION and nothing changes";

/** What the inputs of those mutations have that change an existing record. */
@InputType()
export abstract class ChangeInput extends MutationInput {
  @Field(() => Int, { description: EXPECTED_REVISION }) expectedRevision!: number;
}

type TypeFunction = () => object | readonly [object];

interface FieldOptions {
  readonly type: TypeFunction;
  readonly description: string;
  /** Answered where there are problems, too: never null. */
  readonly always?: boolean;
}

type PayloadFields = Readonly<Record<string, TypeFunction | FieldOptions>>;

/**
 * The TypeScript type of a value from the type given to type-graphql: a class, a constructor of JavaScript, a scalar.
 */
type ValueOf<Told> = Told extends readonly (infer Item)[]
  ? ValueOf<Item>[]
  : Told extends NumberConstructor
    ? number
    : Told extends StringConstructor | GraphQLScalarType
      ? string
      : Told extends { readonly prototype: infer Type }
        ? Type
        : never;

type TypeOf<Given> = Given extends () => infer Told
  ? ValueOf<Told> | null
  : Given extends { readonly type: () => infer Told }
    ? ValueOf<Told> | (Given extends { readonly always: true } ? never : null)
    : never;

type PayloadType<Fields> = { -readonly [Name in keyof Fields]: TypeOf<Fields[Name]> } & {
  problems: ProblemType[];
};

/** The TypeScript type of what a mutation with this payload answers. */
export type PayloadOf<Class extends new () => unknown> = InstanceType<Class>;

const RECORD =
  "办理后的记录；有问题而未办理时为空 · The record after the change; null where problems tell why nothing was changed";

/**
 * The payload of one mutation: what the mutation answers with, and the problems in its way.
 * `payloadOf("SaveReport", { report: () => AnnualReportType })` is the type SaveReportPayload { report problems }.
 */
export function payloadOf<const Fields extends PayloadFields>(
  mutation: Capitalize<string>,
  fields: Fields,
): new () => PayloadType<Fields> {
  class Payload {}
  const { prototype } = Payload;
  for (const [name, given] of Object.entries(fields)) {
    const {
      type,
      description,
      always = false,
    } = typeof given === "function" ? { type: given, description: RECORD } : given;
    Field(type as () => ObjectConstructor, { description, nullable: !always })(prototype, name);
  }
  const problems =
    "有问题则什么都不改，逐项说明；没有则为空列表 · What the user can put right, each with its place in the input; while there is one, nothing is changed";
  Field(() => [ProblemType], { description: problems })(prototype, "problems");
  const name = mutation.charAt(0).toLowerCase() + mutation.slice(1);
  const description = `${name} 的结果 · What ${name} answers`;
  ObjectType(`${mutation}Payload`, { simpleResolvers: true, description })(Payload);
  return Payload as new () => PayloadType<Fields>;
}

interface Done<Row> {
  readonly record: Row | null;
  readonly problems: readonly Problem[];
}

/** The payload of a command's outcome: its record under a name, or its problems in the caller's language. */
export const payload = <Name extends string, Row, Shown>(
  name: Name,
  { record, problems }: Done<Row>,
  present: (row: Row) => Shown,
  { language }: { readonly language: Language },
): Record<Name, Shown | null> & { problems: ProblemType[] } =>
  ({
    [name]: record === null ? null : present(record),
    problems: presentProblems(problems, language),
  }) as Record<Name, Shown | null> & { problems: ProblemType[] };
