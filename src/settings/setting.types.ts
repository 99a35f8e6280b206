import { Field, InputType, ObjectType } from "type-graphql";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { UnitType } from "../units/api.js";

@ObjectType("Setting", {
  simpleResolvers: true,
  description: "设置：法律未定、由主管部门确定的口径 · What the law leaves open and a district decides",
})
export class SettingType {
  @Field(() => String, { description: "名称，如 clock.pausedDays · Its name" }) key!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: "依据或缘由 · What it rests on" }) basis!: string;
  @Field(() => String, { description: "现行值（JSON） · The value that holds, as JSON" }) value!: string;
  @Field(() => String, { description: "默认值（JSON） · The default, as JSON" }) defaultValue!: string;
  /** For the field resolver of `setBy`; not part of the API. */
  readonly setById!: string | null;
}

@InputType({
  description: "确定一项设置，适用于本级和以下各单位 · Decides one setting for a unit and all below it",
})
export class ChangeSettingInput extends MutationInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String) key!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "JSON 值；不给或 null 则恢复上级或默认的 · As JSON; left out: what holds above, or the default",
  })
  value?: string | null;
}

export const ChangeSettingPayload = payloadOf("ChangeSetting", { unit: () => UnitType });
