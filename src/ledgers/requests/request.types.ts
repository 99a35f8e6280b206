import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Text } from "../../kernel/text.js";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { PageInfoType } from "../../platform/graphql/paging.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { described } from "../../records/index.js";
import {
  ARRIVED_NOTICES,
  APPLICANT_KINDS,
  RECEIPT_CHANNELS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  SERVICE_METHODS,
  type ApplicantKind,
  type ReceiptChannel,
  type RequestOutcome,
  type RequestState,
  WAITS,
} from "./request.terms.js";
import type { RequestRow } from "./request.entity.js";
import type { WaitKind } from "./clock/clock.js";

export const named = <K extends string>(
  terms: Readonly<Record<K, { readonly name: Text }>>,
): Readonly<Record<K, string>> =>
  described(
    Object.fromEntries(
      Object.entries<{ readonly name: Text }>(terms).map(([key, { name }]) => [key, name]),
    ) as Record<K, Text>,
  );

export const ApplicantKindEnum = enumOf(
  "ApplicantKind",
  "申请人类别，表三各列 · Kinds of applicants: the columns of table 三",
  described(APPLICANT_KINDS),
);
export const ReceiptChannelEnum = enumOf(
  "ReceiptChannel",
  "收件方式，决定收到日期（条例 §31） · How a request came in; decides the day of its receipt",
  named(RECEIPT_CHANNELS),
);
export const RequestStateEnum = enumOf(
  "RequestState",
  "办理状态 · Where a request stands",
  described(REQUEST_STATES),
);
export const RequestOutcomeEnum = enumOf(
  "RequestOutcome",
  "办理结果，表三第 3 至 23 行 · One per row of table 三: 3 to 23",
  named(REQUEST_OUTCOMES),
);
export const ServiceMethodEnum = enumOf(
  "ServiceMethod",
  "送达方式 · How a decision was served",
  described(SERVICE_METHODS),
);
export const ArrivedNoticeEnum = enumOf(
  "ArrivedNotice",
  "送达日期可以补登的文书 · Letters and notices whose arrival may be recorded later",
  named(ARRIVED_NOTICES),
);

@ObjectType("Applicant", {
  simpleResolvers: true,
  description: "申请人（个人信息） · The applicant: personal data",
})
export class ApplicantType {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: "联系方式 · How to reach them" }) contact!:
    string | null;
  @Field(() => String, { nullable: true, description: "送达地址 · Where to deliver" }) deliveryAddress!:
    string | null;
}

export const RequestWaitKindEnum = enumOf("RequestWaitKind", "等待什么 · What is waited for", named(WAITS));

@ObjectType("RequestWait", {
  simpleResolvers: true,
  description:
    "一件等待答复的文书；可以同时有几件，同一天只扣除一次 · A letter or notice and its answer; several may be open at once, and a day is left out once",
})
export class RequestWaitType {
  @Field(() => Int, { description: "发出它的步骤号 · The step that sent it" }) step!: number;
  @Field(() => RequestWaitKindEnum) kind!: WaitKind;
  @Field(() => Boolean, { description: "是否仍在等待 · Is it still waited for?" }) open!: boolean;
  @Field(() => String, { nullable: true, description: "文号 · Its number" }) letterNumber!: string | null;
  @Field(() => DateScalar, { description: "发出日期 · When it was sent" }) letterSentOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "送达日期；未登记的为空 · When it arrived, where known",
  })
  letterArrivedOn!: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "答复的最后一日；法律未定期限的为空 · The last day to answer; null where there is none",
  })
  limit!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "答复日期 · When it was answered" })
  answeredOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "撤回日期 · When the organ withdrew it" })
  withdrawnOn!: string | null;
}

@ObjectType("ClockStep", {
  simpleResolvers: true,
  description: "期限中的一段 · One stretch of days, counted or not, and why",
})
export class ClockStepType {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => Int, { description: "其中的工作日 · Working days in it" }) workingDays!: number;
  @Field(() => [DateScalar], {
    description: "其中的非工作日：双休日、放假日，从不计入 · Weekends and holidays in it, which never count",
  })
  daysOff!: readonly string[];
  @Field(() => Boolean, { description: "是否计入期限 · Do they count towards the limit?" }) counted!: boolean;
  @Field(() => String) reason!: string;
  @Field(() => String, { description: "依据 · The article it rests on" }) basis!: string;
}

@ObjectType("StatutoryClock", {
  simpleResolvers: true,
  description: "法定期限：最后一日从何而来 · Where the last day comes from, step by step",
})
export class StatutoryClockType {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "答复期限的最后一日；收到日期未确认，或等待补正、缴费时为空 · The last day; null until it is determined",
  })
  dueOn!: string | null;
  @Field(() => Boolean) paused!: boolean;
  @Field(() => Int) workingDaysUsed!: number;
  @Field(() => Int, { nullable: true, description: "负数为已逾期 · Below 0: overdue" }) workingDaysLeft!:
    number | null;
  @Field(() => Boolean, {
    description:
      "是否逾期：过期未办结，或收到逾期未确认 · Not done in time, or its receipt not confirmed in time",
  })
  overdue!: boolean;
  @Field(() => Boolean, {
    description:
      "最后一日落在尚未公布放假安排的年度 · The due date reaches into a year whose holidays are not announced yet",
  })
  provisional!: boolean;
  @Field(() => [ClockStepType]) steps!: ClockStepType[];
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "等待他人补正、答复或缴费的最后一日 · The last day for what others have to do now: correct, answer, pay",
  })
  waitsUntil!: string | null;
}

@ObjectType("InformationRequest", {
  simpleResolvers: true,
  implements: NodeType,
  description: "政府信息公开申请 · A request for information",
})
export class InformationRequestType extends NodeType {
  readonly __typename!: "InformationRequest";
  /** For the field resolvers; not part of the API. */
  readonly row!: RequestRow;

  @Field(() => String, { description: "编号 · Its number in the unit" }) number!: string;
  @Field(() => String, { description: "申请内容 · What is asked for" }) subject!: string;
  @Field(() => ApplicantKindEnum) applicantKind!: ApplicantKind;
  @Field(() => RequestStateEnum) state!: RequestState;
  @Field(() => RequestOutcomeEnum, { nullable: true }) outcome!: RequestOutcome | null;
  @Field(() => String, { nullable: true, description: "决定所依据的条款 · The article of the decision" })
  article!: string | null;
  @Field(() => String, { nullable: true, description: "答复书文号 · Number of the written decision" })
  documentNumber!: string | null;
  @Field(() => ReceiptChannelEnum) receiptChannel!: ReceiptChannel;
  @Field(() => DateScalar, { description: "到达日期 · When it came in" }) arrivedOn!: string;
  @Field(() => DateScalar, {
    description:
      "收到日期（条例 §31）；未确认时为到达日期 · When it counts as received; until that is confirmed, when it came in",
  })
  receivedOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "决定、撤回或终结日期 · When it was decided, withdrawn or lapsed",
  })
  decidedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "送达日期 · When the decision was served" })
  servedOn!: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "申请人收到答复的日期，复议、起诉期限自知道之日起算；未登记的为空 · When the applicant had the decision: the time to contest it runs from then; null where not known",
  })
  decisionArrivedOn!: string | null;
  @Field(() => Int) revision!: number;
}

@ObjectType("RequestEdge", { simpleResolvers: true })
export class RequestEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => InformationRequestType) node!: InformationRequestType;
}

@ObjectType("RequestConnection", { simpleResolvers: true })
export class RequestConnectionType {
  @Field(() => [RequestEdgeType]) edges!: RequestEdgeType[];
  @Field(() => [InformationRequestType]) nodes!: InformationRequestType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

@ObjectType("RequestActivity", {
  simpleResolvers: true,
  description: "一段时间的依申请公开情况 · What a unit did about requests over a period",
})
export class RequestActivityType {
  /** By outcome and by kind of applicant, for the field resolvers; not part of the API. */
  readonly outcomes!: ReadonlyMap<string, number>;
  readonly applicants!: ReadonlyMap<string, number>;

  @Field(() => Int, { description: "期内新收 · Received in the period" }) received!: number;
  @Field(() => Int, { description: "期内办结 · Decided in the period" }) decided!: number;
  @Field(() => Int, {
    description: "期末未办结，待确认收到的在内 · Undecided at its end, unconfirmed ones included",
  })
  open!: number;
  @Field(() => Int, {
    description:
      "其中待确认收到的，尚不计入表三 · Of these, whose receipt is to be confirmed: not in table 三 yet",
  })
  unconfirmed!: number;
  @Field(() => Int, {
    description:
      "其中现在仍未办结、未确认且已逾期；已决定而逾期未送达的不在内 · Of these, undecided or unconfirmed now and past the due date; decided in time but not served are not among them",
  })
  undecidedOverdue!: number;
  @Field(() => Int, {
    description:
      "期内办结且未逾期的：按期送达（国办公开办函〔2016〕235号），未送达的期限未到 · Decided in the period and not late: served by the due date, or not served while it has not come",
  })
  decidedOnTime!: number;
  @Field(() => Float, {
    nullable: true,
    description: "期内办结各件所用工作日的中位数 · Median of the working days that the decided ones took",
  })
  medianWorkingDays!: number | null;
}
