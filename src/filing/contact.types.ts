import { Field, InputType, ObjectType } from "type-graphql";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { UnitType } from "../units/api.js";

@ObjectType("UnitContact", {
  simpleResolvers: true,
  description:
    "年报联系人：只有单位公开的信息 · Who answers for a unit's report: what the office publishes, nothing private",
})
export class UnitContactType {
  @Field(() => String, { description: "姓名 · Name" }) name!: string;
  @Field(() => String, { description: "办公电话 · Telephone of the office" }) telephone!: string;
  @Field(() => String, { nullable: true, description: "职务或分工 · Duty" }) duty!: string | null;
}

@InputType({ description: "一位联系人 · One contact" })
export class UnitContactInput {
  @Field(() => String, { description: "姓名，1 至 40 字 · Name, 1 to 40 characters" }) name!: string;
  @Field(() => String, {
    description:
      "办公电话，5 至 30 个字符，如 0631-8450000 转 12 · Telephone of the office, 5 to 30 characters",
  })
  telephone!: string;
  @Field(() => String, {
    nullable: true,
    description: "职务或分工，至多 40 字 · Duty, at most 40 characters",
  })
  duty?: string | null;
}

@InputType({ description: "saveContacts 的内容 · What saveContacts takes" })
export class SaveContactsInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => [UnitContactInput], {
    description: "全部联系人，至多 10 位，替换原有的 · All contacts, at most 10, in place of those before",
  })
  contacts!: UnitContactInput[];
}

export const SaveContactsPayload = payloadOf("SaveContacts", { unit: () => UnitType });
