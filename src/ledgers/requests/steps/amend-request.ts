import { text } from "../../../kernel/text.js";
import type { ApplicantGiven } from "../applicant.js";
import type { ApplicantKind, ReceiptChannel, RequestOutcome } from "../request.terms.js";
import { date, line, ON_REQUEST, typed } from "../step-input.js";
import { HANDLE, step } from "../step.js";

/** 更正 of what was recorded of the request itself. Its command: amend-request.ts in commands/. */
export const amendRequest = step({
  ...HANDLE,
  name: text("更正登记", "amend"),
  description:
    "更正登记错误：不给的保持不变，期限按更正后的日期重新计算 · Corrects what was recorded of a request: fields left out stay, and the period is calculated from the corrected dates",
  gate: () => null,
  fields: {
    ...ON_REQUEST,
    reason: line.required("更正理由，不写个人信息 · Reason, without personal data"),
    subject: line.optional("申请内容，不写个人信息 · What is asked for, without personal data"),
    number: line.optional("编号 · Number within the unit"),
    applicantKind: typed<ApplicantKind>("ApplicantKind").optional("申请人类别 · Kind of applicant"),
    applicant: typed<ApplicantGiven>("ApplicantInput").optional(
      "整体替换原申请人信息 · Replaces the applicant's data as a whole",
    ),
    receiptChannel: typed<ReceiptChannel>("ReceiptChannel").optional("收件方式 · How the request came in"),
    arrivedOn: date.optional(
      "到达日期；当面、签收的与收到日期为同一天，给出其一即可 · Day on which it came in; where that is the receipt too, one of the two is enough",
    ),
    receivedOn: date.optional(
      "收到日期（条例 §31），不晚于其后的第一步；已确认收到的才可更正 · Day of the receipt, not after the first step; only once the receipt was confirmed",
    ),
    outcome: typed<RequestOutcome>("RequestOutcome").optional(
      "已办结的：办理结果；改为别的结果须重新写明条款 · Of a decided request: the outcome; another outcome needs its own article",
    ),
    article: line.optional(
      "已办结的：所依据的条款；null 为删去 · Of a decided request: the article; null removes it",
    ),
    documentNumber: line.optional(
      "已办结的：答复书文号；null 为删去 · Of a decided request: number of the written decision; null removes it",
    ),
    decidedOn: date.optional(
      "已办结的：决定、撤回或终结日期，不早于此前一步，不晚于送达 · Of a decided request: day of the decision, withdrawal or lapse, from the step before it to the service",
    ),
  },
  revises: ({ details: { decidedOn } }, stepOf) => ({
    of: ({ action }) =>
      decidedOn !== undefined && ["DECIDED", "WITHDRAWN", "LAPSED"].includes(stepOf(action)?.phase ?? ""),
    becomes: () => ({ onDate: decidedOn as string }),
  }),
});
