import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { DateScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { SuppliedCountType } from "./supply.types.js";

const KEY =
  "幂等键：七日内重发同一请求不会重复办理 · The same key and input again, within seven days, answers the first result";
const REVISION = "所依据的修订号，不给则不核对 · The revision that it is based on; not checked when left out";
const QUANTITY =
  "件数为整数；收费以万元计，最多 6 位小数 · A whole number; fees in 10,000 yuan, 6 decimals at most";

@InputType()
export class RecordSupplyInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String, {
    description:
      "表二的单元格代码，如 proactive.licences.decisions · Code of the cell of table 二 that it adds to",
  })
  indicator!: string;
  @Field(() => String, { description: "提供单位 · The office that supplies it" }) supplier!: string;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { description: "与 from 同年，含当日 · In the same year; included" }) to!: string;
  @Field(() => DecimalScalar, { description: QUANTITY }) quantity!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
abstract class OneSupplyInput {
  @Field(() => ID) supplyId!: string;
  @Field(() => Int, { nullable: true, description: REVISION }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "修改未签认的数据，只改所给各项 · Changes what is given, before the sign-off" })
export class AmendSupplyInput extends OneSupplyInput {
  @Field(() => String, { nullable: true }) supplier?: string | null;
  @Field(() => DateScalar, { nullable: true }) from?: string | null;
  @Field(() => DateScalar, { nullable: true }) to?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: QUANTITY }) quantity?: string | null;
}

@InputType()
export class SignOffSupplyInput extends OneSupplyInput {
  @Field(() => String, {
    nullable: true,
    description:
      "提供单位的负责人，不给则为本人 · Who answers for it in the supplying office; yourself when left out",
  })
  signedOffBy?: string | null;
}

@InputType()
export class RevokeSupplySignOffInput extends OneSupplyInput {
  @Field(() => String, { description: "撤销理由 · Why" }) reason!: string;
}

@InputType()
export class WithdrawSupplyInput extends OneSupplyInput {}

@ObjectType("SupplyPayload", { simpleResolvers: true })
export class SupplyPayloadType {
  @Field(() => SuppliedCountType, { nullable: true }) supply!: SuppliedCountType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("WithdrawSupplyPayload", { simpleResolvers: true })
export class WithdrawSupplyPayloadType {
  @Field(() => ID, { nullable: true, description: "已删除的记录 · What was deleted" })
  withdrawnId!: string | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
