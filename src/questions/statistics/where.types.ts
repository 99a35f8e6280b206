import { Field, InputType, Int } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { ChannelEnum, DocumentKindEnum } from "../../ledgers/disclosures/api.js";
import type { Channel, DocumentKind } from "../../ledgers/disclosures/index.js";
import { DateRange } from "../../records/api.js";
import {
  ProposalKindEnum,
  ProposalLevelEnum,
  ProposalRoleEnum,
  SatisfactionEnum,
} from "../../ledgers/proposals/api.js";
import type {
  ProposalKind,
  ProposalLevel,
  ProposalRole,
  Satisfaction,
} from "../../ledgers/proposals/index.js";
import { RemedyRouteEnum, RemedyRulingEnum } from "../../ledgers/remedies/api.js";
import type { RemedyRoute, RemedyRuling } from "../../ledgers/remedies/index.js";
import {
  ApplicantKindEnum,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  RequestStateEnum,
} from "../../ledgers/requests/api.js";
import type {
  ApplicantKind,
  ReceiptChannel,
  RequestOutcome,
  RequestState,
} from "../../ledgers/requests/index.js";
import type { DisclosureWhere } from "./disclosures.data.js";
import type { ProposalWhere } from "./proposals.data.js";
import type { RemedyWhere } from "./remedies.data.js";
import { OUTCOME_GROUPS, type OutcomeGroup, type RequestWhere } from "./requests.data.js";

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

@InputType("DisclosureWhereInput", {
  description: "哪些主动公开记录 · Which records: all that is given must hold",
})
export class DisclosureWhereInput implements DisclosureWhere {
  @Field(() => DateRange, { nullable: true, description: "公开日期 · When published" })
  published?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "形成或变更日期 · When formed or changed" })
  formed?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [ChannelEnum], { nullable: true, description: "其中任一渠道 · On any of these" })
  channels?: Channel[] | null;
  @Field(() => [DocumentKindEnum], { nullable: true }) documentKinds?: DocumentKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "逾期公开的（条例 §26） · Published past the due date",
  })
  late?: boolean | null;
}

@InputType("RemedyWhereInput", {
  description: "哪些复议、诉讼案件 · Which cases: all that is given must hold",
})
export class RemedyWhereInput implements RemedyWhere {
  @Field(() => DateRange, { nullable: true, description: "申请复议或起诉日期 · When lodged" })
  lodged?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "审结日期 · When concluded" })
  concluded?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [RemedyRouteEnum], { nullable: true }) routes?: RemedyRoute[] | null;
  @Field(() => [RemedyRulingEnum], { nullable: true }) rulings?: RemedyRuling[] | null;
  @Field(() => Boolean, { nullable: true, description: "尚未审结 · Not concluded yet" }) pending?:
    boolean | null;
}

@InputType("ProposalWhereInput", {
  description: "哪些建议提案 · Which proposals: all that is given must hold",
})
export class ProposalWhereInput implements ProposalWhere {
  @Field(() => DateRange, { nullable: true, description: "交办日期 · When assigned" })
  assigned?: DateRange | null;
  @Field(() => DateRange, { nullable: true, description: "答复日期 · When answered" })
  answered?: DateRange | null;
  @Field(() => [Int], YEARS) years?: number[] | null;
  @Field(() => [ProposalKindEnum], { nullable: true }) kinds?: ProposalKind[] | null;
  @Field(() => [ProposalRoleEnum], { nullable: true }) roles?: ProposalRole[] | null;
  @Field(() => [ProposalLevelEnum], { nullable: true }) levels?: ProposalLevel[] | null;
  @Field(() => [String], { nullable: true, description: "办理结果分类 · Classes of results" })
  resultClasses?: string[] | null;
  @Field(() => [SatisfactionEnum], { nullable: true }) satisfactions?: Satisfaction[] | null;
  @Field(() => Boolean, { nullable: true, description: "尚未答复 · Not answered" }) unanswered?:
    boolean | null;
  @Field(() => Boolean, { nullable: true, description: "答复已公开 · The answer is published" })
  published?: boolean | null;
}
