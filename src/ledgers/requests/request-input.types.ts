import { ArgsType, Field, InputType } from "type-graphql";
import { MutationInput } from "../../platform/graphql/mutation.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { DateRange, LedgerPageArgs, orderEnum } from "../../records/api.js";
import type { ApplicantKind, ReceiptChannel, RequestOutcome, RequestState } from "./request.terms.js";
import {
  ApplicantKindEnum,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  RequestStateEnum,
} from "./request.types.js";
import { text } from "../../kernel/text.js";
import { REQUEST_ORDERS } from "./request.read-model.js";

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

export const RequestOrderEnum = orderEnum("RequestOrder", text("依申请公开", "requests"), REQUEST_ORDERS);

/** Which page of a unit's requests, of which of them, and in which order. */
@ArgsType()
export class RequestListArgs extends LedgerPageArgs {
  @Field(() => RequestFilter, { nullable: true, description: "筛选 · Which of them" })
  filter?: RequestFilter | null;
  @Field(() => RequestOrderEnum, {
    nullable: true,
    description:
      "次序；不给：筛选涉及期限的为 DUE_ASC，其他为 RECEIVED_DESC · The order; left out: DUE_ASC where the filter asks for what is due, else RECEIVED_DESC",
  })
  orderBy?: keyof typeof REQUEST_ORDERS | null;
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
export class ReceiveRequestInput extends MutationInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String, {
    nullable: true,
    description: "编号，不给则取本年下一号 · Number; left out: the next of the year",
  })
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
}
