import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Language, Text } from "../../kernel/text.js";

const mutations: Record<string, string> = {};
const valuesConfig: Record<string, { description: string }> = {};

registerEnumType(mutations, {
  name: "RecordMutation",
  description: "记录的各个步骤，即 mutation 名称 · Steps of records, by the mutation that takes each",
  valuesConfig,
});

/** The mutations that are steps of records: every room adds its own with `nameSteps`. */
export const RecordMutationEnum = mutations;

/** Adds a room's steps, by their mutations, to the schema's enum of them. */
export function nameSteps(steps: Readonly<Record<string, { readonly name: Text }>>): void {
  for (const [mutation, { name }] of Object.entries(steps)) {
    mutations[mutation] = mutation;
    valuesConfig[mutation] = { description: `${name.zh} · ${name.en}` };
  }
}

@ObjectType("RecordStep", {
  simpleResolvers: true,
  description: "一个步骤，调用者现在能否进行 · A step of a record, and whether the caller can take it now",
})
export class RecordStepType {
  @Field(() => RecordMutationEnum, { description: "mutation 名称 · Mutation that takes the step" })
  mutation!: string;
  @Field(() => String, { description: "名称，以请求的语言 · Name, in the language of the call" })
  name!: string;
  @Field(() => Boolean, {
    description:
      "按流程和权限可以进行；日期和内容另行核对 · Whether the workflow and the caller's role allow the step; its day and content are checked when it is taken",
  })
  allowed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "不能进行的原因；可以进行的为空 · Why the step cannot be taken; null where it can",
  })
  whyNot!: string | null;
}

/** The description of every field `steps`. */
export const STEPS_DESCRIPTION =
  "全部步骤，按流程的先后，各注明调用者现在能否进行及原因 · Every step in the order of the process, with whether the caller can take it now and, where not, why";

/** A step as it stands open to the caller: `whyNot` is null where the step can be taken. */
export const presentStep = (
  mutation: string,
  name: Text,
  whyNot: Text | null,
  language: Language,
): RecordStepType => ({
  mutation,
  name: name[language],
  allowed: whyNot === null,
  whyNot: whyNot && whyNot[language],
});
