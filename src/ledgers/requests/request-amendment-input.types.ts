import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../../platform/graphql/scalars.js";
import type { ArrivedNotice } from "./arrived-notices.data.js";
import { ApplicantInput, KEY } from "./request-input.types.js";
import type { ApplicantKind, ReceiptChannel, RequestOutcome, ServiceMethod } from "./request.terms.js";
import {
  ApplicantKindEnum,
  ArrivedNoticeEnum,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  ServiceMethodEnum,
} from "./request.types.js";

/** Corrections and later additions to a request. */
@InputType()
export class RequestRevisionInput {
  @Field(() => ID) requestId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "所依据的修订号 · The revision that the change is based on",
  })
  expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
export class AmendRequestInput extends RequestRevisionInput {
  @Field(() => String, { description: "更正理由，不写个人信息 · Why, without personal data" })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description: "申请内容，不写个人信息 · What is asked for, without personal data",
  })
  subject?: string | null;
  @Field(() => String, { nullable: true, description: "编号 · Its number in the unit" }) number?:
    string | null;
  @Field(() => ApplicantKindEnum, { nullable: true }) applicantKind?: ApplicantKind | null;
  @Field(() => ApplicantInput, {
    nullable: true,
    description: "整体替换原申请人信息 · Takes the place of the applicant's data as a whole",
  })
  applicant?: ApplicantInput | null;
  @Field(() => ReceiptChannelEnum, { nullable: true }) receiptChannel?: ReceiptChannel | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "到达日期；当面、签收的与收到日期为同一天，给出其一即可 · When it came in; where that is the receipt, too, one of the two days is enough",
  })
  arrivedOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "收到日期（条例 §31），不晚于其后的第一步；已确认收到的才可更正 · When it counts as received, not after the first step; only once that was confirmed",
  })
  receivedOn?: string | null;
  @Field(() => RequestOutcomeEnum, {
    nullable: true,
    description:
      "已办结的：办理结果；改为别的结果须重新写明条款 · Once it is decided; another outcome needs its own article",
  })
  outcome?: RequestOutcome | null;
  @Field(() => String, {
    nullable: true,
    description: "已办结的：所依据的条款；null 为删去 · Once it is decided: the article; null removes it",
  })
  article?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "已办结的：答复书文号；null 为删去 · Once it is decided: its number; null removes it",
  })
  documentNumber?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "已办结的：决定、撤回或终结日期，不早于此前一步，不晚于送达 · Once it is decided: when that was, from the step before it to the service",
  })
  decidedOn?: string | null;
}

@InputType()
export class RecordArrivalInput extends RequestRevisionInput {
  @Field(() => ArrivedNoticeEnum, { description: "送达的是什么 · What arrived" }) of!: ArrivedNotice;
  @Field(() => DateScalar, {
    description: "送达日期，不早于发出之日，至多晚 60 日 · When it arrived, within 60 days of being sent",
  })
  arrivedOn!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "哪一步发出的（步骤号）；同类有几件等待答复时须给 · The step that sent it; needed where several of its kind wait for an answer",
  })
  letter?: number | null;
  @Field(() => String, { nullable: true, description: "备注，不写个人信息 · Without personal data" }) note?:
    string | null;
}

const WHY = "理由，不写个人信息 · Why, without personal data";

@InputType()
export class WithdrawStepInput extends RequestRevisionInput {
  @Field(() => Int, { description: "步骤号 · The step's number" }) step!: number;
  @Field(() => String, { description: WHY }) reason!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "撤回日期，默认今天 · The day of the withdrawal; today",
  })
  on?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "登记有误，实际没有发生：等待的日子也不再扣除 · It never happened: a notice was not waited for either",
  })
  recordedInError?: boolean | null;
}

@InputType()
export class CorrectStepInput extends RequestRevisionInput {
  @Field(() => Int, { description: "步骤号 · The step's number" }) step!: number;
  @Field(() => String, { description: WHY }) reason!: string;
  @Field(() => DateScalar, { nullable: true, description: "更正后的发生日期 · The day it really happened" })
  on?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "补正期限 · By when it is to be corrected" })
  deadline?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "征求意见书送达日期 · When the letter arrived" })
  letterReceivedOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "收费通知送达日期 · When the fee notice arrived" })
  noticeReceivedOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "延迟答复至 · By when the office will answer" })
  delayedUntil?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "延期告知日期 · Day on which the applicant was notified of the extension",
  })
  toldOn?: string | null;
  @Field(() => Int, { nullable: true, description: "延长的工作日，1 至 20 · Working days more, 1 to 20" })
  days?: number | null;
  @Field(() => String, { nullable: true, description: "批准人 · Who approved it" }) approver?: string | null;
  @Field(() => String, { nullable: true, description: "文号 · Number of the letter or notice" })
  letterNumber?: string | null;
  @Field(() => ServiceMethodEnum, { nullable: true, description: "送达方式 · How it was served" })
  method?: ServiceMethod | null;
}

@InputType()
export class ReopenRequestInput extends RequestRevisionInput {
  @Field(() => String, { description: "正当理由，不写个人信息 · The good reason, without personal data" })
  reason!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "恢复日期，默认今天 · The day of the reopening; today",
  })
  on?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "新的补正期限 · By when the correction is to come now",
  })
  deadline?: string | null;
}
