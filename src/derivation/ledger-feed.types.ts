import { Field, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { payloadOf } from "../platform/graphql/mutation.types.js";
import { DateScalar, DateTimeScalar } from "../platform/graphql/scalars.js";
import type { PartState } from "./fed-parts.js";
import type { LedgerPart } from "./ledger-parts.data.js";

export const LedgerPartEnum = enumOf(
  "LedgerPart",
  "台账的组成，逐项生成年报 · What feeds the report, each on its own",
  {
    REQUESTS: "依申请公开台账（表三） · The ledger of requests (table 3)",
    REMEDIES: "复议诉讼台账（表四） · The ledger of remedies (table 4)",
    REGULATIONS: "规章（表二） · Regulations (table 2)",
    NORMATIVE_DOCUMENTS: "行政规范性文件（表二） · Normative documents (table 2)",
    LICENCES: "行政许可，外部报送 · Licences, supplied by other offices",
    PENALTIES: "行政处罚，外部报送 · Penalties, supplied by other offices",
    COERCIONS: "行政强制，外部报送 · Coercions, supplied by other offices",
    FEES: "行政事业性收费，外部报送 · Fees, supplied by other offices",
  },
);

export const LedgerFeedStateEnum = enumOf(
  "LedgerFeedState",
  "台账是否生成该年度年报 · Whether a ledger feeds a year's report",
  {
    RECORDS: "有台账记录，由记录计数 · Its records are counted",
    NONE_STATED: "已声明无此类事项，计 0 · It is stated that there was none: 0",
    NOT_KEPT: "未建台账，单元格留空 · Not kept: its cells stay as they are",
    BEFORE_START:
      "早于台账完整的年度，单元格留空 · Before the ledgers are complete: its cells stay as they are",
  },
);

@ObjectType("NoneStatement", {
  simpleResolvers: true,
  description: "“无此类事项”声明 · Somebody says by name that there was none of something in a year",
})
export class NoneStatementType {
  @Field(() => LedgerPartEnum) part!: LedgerPart;
  @Field(() => Int) year!: number;
  @Field(() => String, { description: "声明人 · Who states it" }) statedBy!: string;
  @Field(() => DateScalar, { description: "声明日期 · On which day" }) statedOn!: string;
  @Field(() => String, { description: "录入人 · Who entered it" }) enteredBy!: string;
  @Field(() => DateTimeScalar) enteredAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "撤回时间；空：有效 · When it was taken back; null: it stands",
  })
  withdrawnAt!: string | null;
  @Field(() => String, { nullable: true, description: "撤回人 · Who took it back" }) withdrawnBy!:
    string | null;
}

@ObjectType("LedgerFeed", {
  simpleResolvers: true,
  description: "某年度哪些台账生成年报、哪些不生成 · Whether one part of the ledgers feeds a year's report",
})
export class LedgerFeedType {
  @Field(() => LedgerPartEnum) part!: LedgerPart;
  @Field(() => String) title!: string;
  @Field(() => LedgerFeedStateEnum) state!: PartState;
  @Field(() => Boolean, { description: "是否生成 · Whether it fills its cells" }) feeds!: boolean;
  @Field(() => NoneStatementType, { nullable: true, description: "有效的声明 · The statement that stands" })
  statement!: NoneStatementType | null;
}

@InputType({
  description:
    "声明某年度无此类事项：未建台账的部分据此计 0 · States that there was none of something in a year, so that 0 feeds its cells",
})
export class StateNoneInput {
  @Field(() => String) unitCode!: string;
  @Field(() => Int) year!: number;
  @Field(() => LedgerPartEnum) part!: LedgerPart;
  @Field(() => String, {
    description: "声明人姓名，1 至 60 字 · Who states it: a name of 1 to 60 characters",
  })
  statedBy!: string;
  @Field(() => DateScalar, {
    description: "声明日期，不晚于今天 · The day of the statement, today at the latest",
  })
  statedOn!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class WithdrawNoneInput {
  @Field(() => String) unitCode!: string;
  @Field(() => Int) year!: number;
  @Field(() => LedgerPartEnum) part!: LedgerPart;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const statement = () => NoneStatementType;
export const StateNonePayload = payloadOf("StateNone", { statement });
export const WithdrawNonePayload = payloadOf("WithdrawNone", { statement });
