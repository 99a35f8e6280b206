import { Field, InputType, ObjectType } from "type-graphql";
import { ChangeInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { UnitKindEnum, UnitType } from "./unit.types.js";
import type { UnitKind } from "./unit-kind.js";

/** Input common to all changes of the register. */
@InputType()
abstract class UnitStepInput extends ChangeInput {
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "生效日期，不给则为今天，不能晚于今天 · The day on which it took effect, today when left out; not a later one",
  })
  on?: string | null;
  @Field(() => String, {
    description: "依据，如批准文号，2 至 500 字 · By what it was ordered, 2 to 500 characters",
  })
  reason!: string;
}

@InputType({
  description:
    "更正单位登记信息：不给的不变；establishedOn、creditCode 给 null 则清空 · Corrects the register: omitted fields stay; null clears establishedOn and creditCode",
})
export class AmendUnitInput extends UnitStepInput {
  @Field(() => UnitKindEnum, {
    nullable: true,
    description: "类别；政府与其他单位不能互改 · Kind; a government stays one, and no other unit becomes one",
  })
  kind?: UnitKind | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "是否须编制本机关年报 · Must it file a report of its own?",
  })
  filesReport?: boolean | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "设立日期；空：一直都有 · When it was set up; null: it always was",
  })
  establishedOn?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: "全部别名，代替原有的 · All its other names, in place of those it had",
  })
  aliases?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: "统一社会信用代码，18 位（GB 32100） · Social-credit code, 18 characters (GB 32100)",
  })
  creditCode?: string | null;
}

@InputType({
  description:
    "单位移到另一上级之下，连同其下各单位；代码不变 · A unit goes below another government, with all below it; its code stays",
})
export class MoveUnitInput extends UnitStepInput {
  @Field(() => String, { description: "新的上级单位代码 · Code of the government that it goes below" })
  parentCode!: string;
}

@InputType({
  description:
    "撤销单位。合并：各单位撤销，由同一单位承继；分立：先新设，再撤销，由几个单位承继。再次办理即更正日期和承继单位 · Dissolves a unit. A merger: each is dissolved into the same one; a split: the new ones are founded first, and it is dissolved into them. Done again it mends the day and the successors",
})
export class DissolveUnitInput extends UnitStepInput {
  @Field(() => [String], {
    description:
      "承继单位代码；没有未结事项时可以为空 · Codes of what takes its place; may be empty where no business is open",
  })
  successorCodes!: string[];
  @Field(() => String, {
    nullable: true,
    description:
      "承接未结申请、案件和建议提案的承继单位；只有一个时可不给 · Which of them takes over open requests, cases and proposals; may be left out where there is one",
  })
  handOverTo?: string | null;
}

@InputType({
  description:
    "删除误设的单位：其下没有任何记录时才可以 · Takes back a unit made by mistake, while nothing hangs on it",
})
export class RemoveUnitInput extends UnitStepInput {}

export const AmendUnitPayload = payloadOf("AmendUnit", { unit: () => UnitType });
export const MoveUnitPayload = payloadOf("MoveUnit", { unit: () => UnitType });
export const DissolveUnitPayload = payloadOf("DissolveUnit", { unit: () => UnitType });
export const RemoveUnitPayload = payloadOf("RemoveUnit", {
  removedCode: {
    type: () => String,
    description:
      "已删除的单位代码；有问题时为空 · Code of the unit that is gone; null where there are problems",
  },
});

@ObjectType("UnitPlace", {
  simpleResolvers: true,
  description: "单位移动前所在的位置 · Where a unit stood until it was moved",
})
export class UnitPlaceType {
  /** For field resolvers; not part of the API. */
  readonly parentId!: string | null;

  @Field(() => DateScalar, { description: "移走之日 · The first day on which it stood elsewhere" })
  until!: string;
}

@ObjectType("UnitChange", { simpleResolvers: true, description: "一项变化 · What became what" })
export class UnitChangeType {
  @Field(() => String, { description: "项目 · Which particular" }) field!: string;
  @Field(() => String, { nullable: true, description: "原为 · What it was" }) before!: string | null;
  @Field(() => String, { nullable: true, description: "改为 · What it became" }) after!: string | null;
}
