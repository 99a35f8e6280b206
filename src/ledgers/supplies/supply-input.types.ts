import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, MutationInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { DateScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { SuppliedCountType } from "./supply.types.js";

const QUANTITY =
  "件数为整数；收费以万元计，最多 6 位小数 · A whole number; fees in 10,000 yuan, 6 decimals at most";
const SUPPLIER = "提供单位 · The office that supplies it";
const FROM = "期间首日 · First day of the period";
const TO = "期间末日，与 from 同年 · Last day of the period, in the same year as `from`";
const SUPPLY_ID = "外部报送数的 id · The supplied figure's id";

@InputType({ description: "录入外部报送数 · A figure that another office counted" })
export class RecordSupplyInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · The unit's code" }) unitCode!: string;
  @Field(() => String, {
    description:
      "表二的单元格代码，如 proactive.licences.decisions · Code of the cell of table 二 that it adds to",
  })
  indicator!: string;
  @Field(() => String, { description: SUPPLIER }) supplier!: string;
  @Field(() => DateScalar, { description: FROM }) from!: string;
  @Field(() => DateScalar, { description: TO }) to!: string;
  @Field(() => DecimalScalar, { description: QUANTITY }) quantity!: string;
}

@InputType({ description: "修改未签认的数据，只改所给各项 · Changes what is given, before the sign-off" })
export class AmendSupplyInput extends ChangeInput {
  @Field(() => ID, { description: SUPPLY_ID }) supplyId!: string;
  @Field(() => String, { nullable: true, description: SUPPLIER }) supplier?: string | null;
  @Field(() => DateScalar, { nullable: true, description: FROM }) from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: TO }) to?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: QUANTITY }) quantity?: string | null;
}

@InputType({ description: "签认 · Signs a figure off" })
export class SignOffSupplyInput extends ChangeInput {
  @Field(() => ID, { description: SUPPLY_ID }) supplyId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "提供单位的负责人，不给则为本人 · Who answers for it in the supplying office; the caller when left out",
  })
  signedOffBy?: string | null;
}

@InputType({ description: "撤销签认 · Takes a sign-off back" })
export class RevokeSupplySignOffInput extends ChangeInput {
  @Field(() => ID, { description: SUPPLY_ID }) supplyId!: string;
  @Field(() => String, { description: "撤销理由 · Why" }) reason!: string;
}

@InputType({ description: "删除误录的未签认数据 · Deletes a figure entered by mistake" })
export class DeleteSupplyInput extends ChangeInput {
  @Field(() => ID, { description: SUPPLY_ID }) supplyId!: string;
}

const supply = () => SuppliedCountType;
export const RecordSupplyPayload = payloadOf("RecordSupply", { supply });
export const AmendSupplyPayload = payloadOf("AmendSupply", { supply });
export const SignOffSupplyPayload = payloadOf("SignOffSupply", { supply });
export const RevokeSupplySignOffPayload = payloadOf("RevokeSupplySignOff", { supply });
export const DeleteSupplyPayload = payloadOf("DeleteSupply", {
  deletedId: {
    type: () => ID,
    description:
      "已删除的记录的 id；有问题而未删除时为空 · Id of the record that was deleted; null where it was not",
  },
});
