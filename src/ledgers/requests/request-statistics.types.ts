import { Field, InputType, Int } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { DateRange } from "../../records/api.js";
import {
  ApplicantKindEnum,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  RequestStateEnum,
} from "./request.types.js";
import type { ApplicantKind, ReceiptChannel, RequestOutcome, RequestState } from "./request.terms.js";
import { OUTCOME_GROUPS, type OutcomeGroup, type RequestWhere } from "./request.statistics.js";

const OutcomeGroupEnum = enumOf(
  "RequestOutcomeGroup",
  "办理结果大类，表三“本年度办理结果”各项 · The groups of table 三's outcomes",
  Object.fromEntries(
    Object.entries(OUTCOME_GROUPS).map(([key, { name }]) => [key, `${name.zh} · ${name.en}`]),
  ) as Record<OutcomeGroup, string>,
);

const YEARS = {
  nullable: true,
  description: "年度，按 dateBasis 的日期 · Years, by the date of dateBasis",
} as const;

@InputType("RequestWhereInput", {
  description: "哪些申请；各项须同时符合 · Which requests: all that is given must hold",
})
export class RequestWhereInput implements RequestWhere {
  @Field(() => DateRange, { nullable: true, description: "收到日期 · When received" })
  received?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "办结日期 · When decided" })
  decided?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [ApplicantKindEnum], { nullable: true }) applicantKinds?: ApplicantKind[] | null;
  @Field(() => [RequestOutcomeEnum], { nullable: true }) outcomes?: RequestOutcome[] | null;
  @Field(() => [OutcomeGroupEnum], { nullable: true }) outcomeGroups?: OutcomeGroup[] | null;
  @Field(() => [String], { nullable: true, description: "所依据的条款，逐字相同 · Articles, to the letter" })
  articles?: string[] | null;
  @Field(() => [ReceiptChannelEnum], { nullable: true }) receiptChannels?: ReceiptChannel[] | null;
  @Field(() => [RequestStateEnum], { nullable: true }) states?: RequestState[] | null;
  @Field(() => Boolean, { nullable: true, description: "尚未办结 · Not decided yet" }) undecided?:
    boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "已办结且按期送达（未送达的，按期决定） · Decided, and served (or else decided) by the due date",
  })
  onTime?: boolean | null;
}
