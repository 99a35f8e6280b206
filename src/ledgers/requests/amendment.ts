import type { CalendarDate } from "../../kernel/calendar-date.js";
import { text, type Text } from "../../kernel/text.js";
import { receiptOf, type ReceiptInput } from "./receipt.js";
import type { RequestRow } from "./request.entity.js";
import { RECEIPT_CHANNELS } from "./request.terms.js";
import type { InputOf } from "./step-input.js";
import type { amendRequest } from "./steps/amend-request.js";

/** Amendable particulars of a request, by input field. */
export const AMENDABLE = {
  subject: text("申请内容", "what is asked for"),
  number: text("编号", "number"),
  applicantKind: text("申请人类别", "kind of applicant"),
  applicant: text("申请人信息", "applicant"),
  receiptChannel: text("收件方式", "receipt channel"),
  arrivedOn: text("到达日期", "day of arrival"),
  receivedOn: text("收到日期", "day of receipt"),
  outcome: text("办理结果", "outcome"),
  article: text("依据条款", "article"),
  documentNumber: text("答复书文号", "number of the decision"),
  decidedOn: text("办结日期", "day of the decision"),
} as const satisfies Record<string, Text>;
export type Amendable = keyof typeof AMENDABLE;

/** What is left out stays as it is; null removes an article or a document number, and is as if left out elsewhere. */
export type Amendment = Omit<InputOf<(typeof amendRequest)["fields"]>, "requestId" | "reason">;

export interface Amended {
  readonly after: RequestRow;
  readonly changed: readonly Amendable[];
}

/** The request with the amendment applied, and which particulars changed. */
export function amend(request: RequestRow, amendment: Amendment, received: boolean): Amended {
  const corrected: RequestRow = {
    ...request,
    subject: amendment.subject ?? request.subject,
    number: amendment.number ?? request.number,
    applicantKind: amendment.applicantKind ?? request.applicantKind,
    ...receiptAfter(request, amendment, received),
    ...decisionAfter(request, amendment),
  };
  const after = { ...corrected, countedOn: countedOn(corrected, received) };
  const changed = (Object.keys(AMENDABLE) as Amendable[]).filter((field) =>
    field === "applicant" ? amendment.applicant != null : after[field] !== request[field],
  );
  return { after, changed };
}

/**
 * If arrival and receipt are the same day (条例 §31), either of the two gives both; without a confirmation there is no
 * receipt yet.
 */
export function receiptGiven(request: RequestRow, amendment: Amendment, received: boolean): ReceiptInput {
  const receiptChannel = amendment.receiptChannel ?? request.receiptChannel;
  const { confirmed } = RECEIPT_CHANNELS[receiptChannel];
  const arrivedOn = amendment.arrivedOn ?? request.arrivedOn;
  if (!received) return { receiptChannel, arrivedOn };
  const receivedOn = amendment.receivedOn ?? request.receivedOn;
  if (!confirmed && amendment.receivedOn == null && amendment.arrivedOn != null)
    return { receiptChannel, arrivedOn };
  if (!confirmed && amendment.receivedOn != null && amendment.arrivedOn == null)
    return { receiptChannel, receivedOn };
  return { receiptChannel, arrivedOn, receivedOn };
}

function receiptAfter(
  request: RequestRow,
  amendment: Amendment,
  received: boolean,
): Pick<RequestRow, "receiptChannel" | "arrivedOn" | "receivedOn"> {
  const given = receiptGiven(request, amendment, received);
  const { arrivedOn, receivedOn } = receiptOf(given) ?? request;
  return { receiptChannel: given.receiptChannel, arrivedOn, receivedOn: receivedOn ?? arrivedOn };
}

/** Another outcome needs another article: the old article is dropped. */
function decisionAfter(
  request: RequestRow,
  { outcome, article, documentNumber, decidedOn }: Amendment,
): Pick<RequestRow, "outcome" | "article" | "documentNumber" | "decidedOn"> {
  const kept = (outcome ?? request.outcome) === request.outcome ? request.article : null;
  return {
    outcome: outcome ?? request.outcome,
    article: article === undefined ? kept : article,
    documentNumber: documentNumber === undefined ? request.documentNumber : documentNumber,
    decidedOn: decidedOn ?? request.decidedOn,
  };
}

/** A part counts from its split; a request withdrawn before its receipt was confirmed, from its withdrawal. */
function countedOn(
  { splitFromId, countedOn: split, receivedOn, decidedOn }: RequestRow,
  received: boolean,
): CalendarDate {
  if (splitFromId !== null) return split;
  return received ? receivedOn : (decidedOn ?? receivedOn);
}
