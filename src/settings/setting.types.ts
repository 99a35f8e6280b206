import { Field, InputType, ObjectType } from "type-graphql";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { JsonScalar } from "../platform/graphql/json.scalar.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { UnitType } from "../units/api.js";

@ObjectType("Setting", {
  simpleResolvers: true,
  description: "设置：法律未定、由主管部门确定的口径 · What the law leaves open and a district decides",
})
export class SettingType {
  @Field(() => String, { description: "名称，如 clock.pausedDays · Its name" }) key!: string;
  @Field(() => String, { description: "标题，按请求的语言 · Its title, in the language of the request" })
  title!: string;
  @Field(() => String, { description: "依据或缘由 · What it rests on" }) basis!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "现行值；空：未定 · The value that holds; null: undecided",
  })
  value!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: "默认值；空：未定 · The default; null: undecided" })
  defaultValue!: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "本单位自己所定的值；空：没有自己的决定 · What this unit itself decided; null where it decided nothing",
  })
  decided!: unknown;
  /** For the field resolver of `setBy`; not part of the API. */
  readonly setById!: string | null;
}

@ObjectType("CalendarDay", {
  simpleResolvers: true,
  description:
    "工作日历中的一日：平日放假、周末上班，或本地另有决定 · A day off on a weekday, a weekend that is worked, or a day that the place decided on",
})
export class CalendarDayType {
  @Field(() => DateScalar, { description: "日期 · The day" }) date!: string;
  @Field(() => Boolean, { description: "是否工作日 · Is it a working day?" }) working!: boolean;
  @Field(() => String, {
    description: "节日或公布文件 · The holiday, or the notice that made the day so",
  })
  name!: string;
  @Field(() => Boolean, {
    description: "是否本地（含上级）所定，否则为全国安排 · Decided here or above, not for the whole country",
  })
  local!: boolean;
}

@InputType({
  description: "确定一项设置，适用于本级和以下各单位 · Decides one setting for a unit and all below it",
})
export class ChangeSettingInput extends MutationInput {
  @Field(() => String, {
    description: "作出决定的政府的代码 · Code of the government that decides",
  })
  unitCode!: string;
  @Field(() => String, { description: "设置的名称，如 clock.pausedDays · Its name, as Setting.key tells" })
  key!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "所定的值，按该项设置的类型：整数、真假、代码、词或日期的列表；不给则撤销决定，恢复上级所定或默认的；null 对可为空的设置（ledgers.since）即定为空，对其他设置同不给 · The value, of the setting's type: a whole number, a boolean, a code, a list of words or days. Left out, the decision is taken back, and what a unit above decided holds, or the default; null decides null where a setting may be null (ledgers.since), and takes the decision back elsewhere",
  })
  value?: unknown;
}

export const ChangeSettingPayload = payloadOf("ChangeSetting", { unit: () => UnitType });
