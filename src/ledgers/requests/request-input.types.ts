import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { DateRange } from "../../records/api.js";
import type { FeeMethod } from "./fee.data.js";
import { FeeMethodEnum } from "./fee.types.js";
import type {
  ApplicantKind,
  ReceiptChannel,
  RequestOutcome,
  RequestState,
  ServiceMethod,
} from "./request.terms.js";
import {
  ApplicantKindEnum,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  RequestStateEnum,
  ServiceMethodEnum,
} from "./request.types.js";

export const KEY =
  "幂等键：七日内重发同一请求不会重复办理 · The same key and input again, within seven days, answers the first result";

@InputType({
  description:
    "筛选；给出 overdue、dueBefore 或 dueSoon 时按期限排序 · Filter; ordered by due date where one of overdue, dueBefore, dueSoon is given",
})
export class RequestFilter {
  @Field(() => DateRange, {
    nullable: true,
    description:
      "按计入之日：收到日期，分立的为分立之日 · By the day from which it counts: the receipt, or the split",
  })
  received?: DateRange | null;
  @Field(() => DateRange, { nullable: true }) decided?: DateRange | null;
  @Field(() => [RequestStateEnum], { nullable: true }) states?: RequestState[] | null;
  @Field(() => [RequestOutcomeEnum], { nullable: true }) outcomes?: RequestOutcome[] | null;
  @Field(() => [ApplicantKindEnum], { nullable: true }) applicantKinds?: ApplicantKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true：已逾期而尚未答复、送达或确认收到的；false：其余 · true: past its due date, and not answered, served or confirmed yet; false: the rest",
  })
  overdue?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "true：待确认收到的；false：其余 · true: whose receipt is to be confirmed; false: the rest",
  })
  unconfirmed?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true：尚有事要办的（待确认、未办结、已决定而未送达）；false：其余 · true: something is still to be done: confirm, decide or serve; false: the rest",
  })
  pending?: boolean | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "尚有事要办且期限早于此日的 · Something is to be done, due before that day",
  })
  dueBefore?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true：尚有事要办、未逾期且临近期限的（设置 requests.dueSoonDays） · true: something is to be done within that many working days",
  })
  dueSoon?: boolean | null;
  @Field(() => String, { nullable: true, description: "内容或编号的一部分 · Part of the subject or number" })
  text?: string | null;
}

@InputType({
  description:
    "申请人（个人信息），加密存放，只有本单位经办人和审核人可见 · Personal data: stored encrypted, shown to the unit's own clerk and reviewer only",
})
export class ApplicantInput {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) contact?: string | null;
  @Field(() => String, { nullable: true }) deliveryAddress?: string | null;
}

@InputType()
export class ReceiveRequestInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String, { nullable: true, description: "不给则取本年下一号 · Left out: the next of the year" })
  number?: string | null;
  @Field(() => String, { description: "申请内容，不写个人信息 · What is asked for, without personal data" })
  subject!: string;
  @Field(() => ApplicantKindEnum) applicantKind!: ApplicantKind;
  @Field(() => ApplicantInput) applicant!: ApplicantInput;
  @Field(() => ReceiptChannelEnum) receiptChannel!: ReceiptChannel;
  @Field(() => DateScalar, { nullable: true, description: "到达日期 · When it came in" }) arrivedOn?:
    string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "收到日期（条例 §31）；平常信函、互联网、传真未确认的不给 · When it counts as received; left out until both sides confirmed it",
  })
  receivedOn?: string | null;
  @Field(() => String, { nullable: true, description: "备注，不写个人信息 · Without personal data" }) note?:
    string | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

/** Input common to all steps of a request. */
@InputType()
export class RequestStepInput {
  @Field(() => ID) requestId!: string;
  @Field(() => DateScalar, { nullable: true, description: "发生日期，默认今天 · The day it happened; today" })
  on?: string | null;
  @Field(() => String, { nullable: true, description: "备注，不写个人信息 · Without personal data" }) note?:
    string | null;
  @Field(() => Int, {
    nullable: true,
    description: "所依据的修订号 · The revision that the step is based on",
  })
  expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

/** What is sent. */
@InputType()
export class RequestNoticeInput extends RequestStepInput {
  @Field(() => String, { nullable: true, description: "文号 · Number of the letter or notice" })
  letterNumber?: string | null;
}

/** What comes back. */
@InputType()
export class RequestAnswerInput extends RequestStepInput {
  @Field(() => Int, {
    nullable: true,
    description:
      "答复的是哪一步发出的文书（步骤号）；同类只有一件未答复时可不给 · The step that sent the letter; needed where several of its kind are open",
  })
  letter?: number | null;
}

@InputType()
export class ConfirmReceiptInput extends RequestStepInput {}

@InputType()
export class AskCorrectionInput extends RequestNoticeInput {
  @Field(() => DateScalar, { description: "补正期限 · By when it is to be corrected" }) deadline!: string;
}

@InputType()
export class RecordCorrectionInput extends RequestAnswerInput {}

@InputType()
export class ConsultThirdPartyInput extends RequestNoticeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "第三方收到征求意见书的日期 · When the letter arrived there",
  })
  letterReceivedOn?: string | null;
}

@InputType()
export class RecordThirdPartyReplyInput extends RequestAnswerInput {}

@InputType()
export class ConsultAgencyInput extends RequestNoticeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "对方机关收到征求意见书的日期 · When the letter arrived there",
  })
  letterReceivedOn?: string | null;
}

@InputType()
export class RecordAgencyReplyInput extends RequestAnswerInput {}

@InputType()
export class AskReasonsInput extends RequestNoticeInput {}

@InputType()
export class RecordReasonsInput extends RequestAnswerInput {
  @Field(() => Boolean, { description: "理由是否合理 · Are they reasonable?" }) reasonable!: boolean;
  @Field(() => DateScalar, {
    nullable: true,
    description: "理由合理的，延迟到哪一日答复 · Where they are: by when the office will answer",
  })
  delayedUntil?: string | null;
}

@InputType()
export class RecordFeePaidInput extends RequestAnswerInput {}

@InputType()
export class ExtendRequestInput extends RequestStepInput {
  @Field(() => Int, { description: "延长的工作日，1 至 20 · Working days, 1 to 20" }) days!: number;
  @Field(() => String, {
    description: "同意延期的政府信息公开工作机构负责人 · The head of the office, who approved it",
  })
  approver!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "告知申请人的日期 · Day on which the applicant was notified",
  })
  toldOn?: string | null;
  @Field(() => String, { description: "延期理由 · Why" }) reason!: string;
}

@InputType()
export class DecideRequestInput extends RequestStepInput {
  @Field(() => RequestOutcomeEnum) outcome!: RequestOutcome;
  @Field(() => String, {
    nullable: true,
    description:
      "所依据的条款；要求确认或重新出具、其他两种可不给 · The article; needed but for REFUSED_CONFIRM_REISSUE and OTHER_MISC",
  })
  article?: string | null;
  @Field(() => String, { nullable: true, description: "答复书文号 · Number of the written decision" })
  documentNumber?: string | null;
}

@InputType()
export class ServeRequestInput extends RequestStepInput {
  @Field(() => ServiceMethodEnum) method!: ServiceMethod;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "申请人收到的日期，已知的；直接送达、委托送达即签收之日，不必给 · When the applicant had it, where known; handed over it is the same day",
  })
  arrivedOn?: string | null;
}

@InputType()
export class WithdrawRequestInput extends RequestStepInput {}

@InputType()
export class LapseRequestInput extends RequestStepInput {}

@InputType()
export class SplitRequestInput extends RequestStepInput {
  @Field(() => [String], {
    description:
      "各件的申请内容，2 至 20 件；第一件留在原申请 · What each asks for, 2 to 20; the first stays with the request",
  })
  subjects!: string[];
}

@InputType()
export class NoticeFeeInput extends RequestNoticeInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "金额（元）；给出计收方式和数量的可不给，给出则须相符 · Yuan; may be left out, and must agree, where method and quantity are given",
  })
  amount?: string | null;
  @Field(() => FeeMethodEnum, { nullable: true }) method?: FeeMethod | null;
  @Field(() => Int, {
    nullable: true,
    description: "同一申请人当月的件数，或页数 · Pieces of the applicant in the month, or pages",
  })
  quantity?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "申请人收到通知的日期，缴费期限自次日起算 · When the notice arrived: the time to pay runs from the day after",
  })
  noticeReceivedOn?: string | null;
}
