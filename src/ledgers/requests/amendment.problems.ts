import { invalidInput, notAllowedNow, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { dateProblems, lineProblems } from "../../records/index.js";
import { AMENDABLE, receiptGiven, type Amendable, type Amended, type Amendment } from "./amendment.js";
import { receiptProblems } from "./receipt.js";
import { clockOf, wasReceived, type Basis } from "./request-clock.js";
import type { RequestEventRow, RequestRow } from "./request.entity.js";
import {
  applicantProblems,
  articleProblems,
  documentNumberProblems,
  NUMBER_LENGTH,
  SUBJECT_LENGTH,
} from "./request.problems.js";
import { RECEIPT_CHANNELS } from "./request.terms.js";
import { asTheyStand, completes, isProcess } from "./standing.js";
import type { StepFrame } from "./step.js";
import { stepOf } from "./steps/index.js";

/** A request before an amendment. */
export interface AmendedFrame extends StepFrame {
  readonly basis: Basis;
  /** With the amendment. */
  readonly history: readonly Pick<RequestEventRow, "action" | "onDate" | "details">[];
}

const at = (field: Amendable): string[] => ["input", field];

/** Problems of the changed fields; unchanged fields are not checked. */
export function amendmentProblems(frame: AmendedFrame, amendment: Amendment, amended: Amended): Problem[] {
  const { after, changed } = amended;
  const receipt = receiptProblemsOf(frame, amendment, amended);
  if (changed.length === 0 && receipt.length === 0) return [NOTHING];
  return [
    ...(changed.includes("subject") ? lineProblems(after.subject, at("subject"), SUBJECT_LENGTH) : []),
    ...(changed.includes("number") ? lineProblems(after.number, at("number"), NUMBER_LENGTH) : []),
    ...(amendment.applicant ? applicantProblems(amendment.applicant) : []),
    ...receipt,
    ...decisionProblems(frame, amended),
  ];
}

const NOTHING = invalidInput(
  ["input"],
  text(
    "没有要更正的事项：请给出与现有登记不同的内容",
    "There is nothing to amend: give what differs from what is recorded",
  ),
);

const RECEIPT: readonly Amendable[] = ["receiptChannel", "arrivedOn", "receivedOn"];

function receiptProblemsOf(
  frame: AmendedFrame,
  amendment: Amendment,
  { after, changed }: Amended,
): Problem[] {
  const { request, events } = frame;
  const received = wasReceived(request, events);
  const unconfirmed = received ? [] : unconfirmedProblems(amendment, after);
  if (unconfirmed.length > 0 || !changed.some((field) => RECEIPT.includes(field))) return unconfirmed;
  const wrong = receiptProblems(receiptGiven(request, amendment, received), frame);
  return wrong.length > 0 ? wrong : tooLate(frame, after, received);
}

/** 条例 §31: a receipt that both sides confirm is recorded by confirmReceipt alone. */
function unconfirmedProblems({ receivedOn }: Amendment, { receiptChannel }: RequestRow): Problem[] {
  const { name, confirmed } = RECEIPT_CHANNELS[receiptChannel];
  return [
    ...(receivedOn == null
      ? []
      : [
          notAllowedNow(
            at("receivedOn"),
            text(
              "收到日期尚未确认，请用“确认收到日期”登记（条例第三十一条）",
              "The receipt is not confirmed yet: confirm it instead (条例 §31)",
            ),
          ),
        ]),
    ...(confirmed
      ? []
      : [
          notAllowedNow(
            at("receiptChannel"),
            text(
              `${name.zh}无须确认收到日期：请先以到达之日确认收到，再更正收件方式（条例第三十一条）`,
              `${name.en} needs no confirmation: confirm the receipt on the day of arrival, then amend the channel (条例 §31)`,
            ),
          ),
        ]),
  ];
}

/** No step may lie before the receipt. */
function tooLate(
  { history }: AmendedFrame,
  { arrivedOn, receivedOn }: RequestRow,
  received: boolean,
): Problem[] {
  const first = asTheyStand(history).find(isProcess);
  const day = received ? receivedOn : arrivedOn;
  const name = first && stepOf(first.action)?.name;
  if (!name || day <= first.onDate) return [];
  return [
    invalidInput(
      at(received ? "receivedOn" : "arrivedOn"),
      text(
        `日期不能晚于第一步“${name.zh}”的日期 ${first.onDate}`,
        `The date cannot be later than the first step (${name.en}, ${first.onDate})`,
      ),
    ),
  ];
}

const DECISION: readonly Amendable[] = ["outcome", "article", "documentNumber", "decidedOn"];

function decisionProblems(frame: AmendedFrame, { after, changed }: Amended): Problem[] {
  const fields = changed.filter((field) => DECISION.includes(field));
  if (after.outcome === null || frame.request.decidedOn === null) return fields.map(undecided);
  return [
    ...(fields.includes("outcome") || fields.includes("article")
      ? articleProblems(after.outcome, after.article)
      : []),
    ...(fields.includes("documentNumber") ? documentNumberProblems(after.documentNumber) : []),
    ...(fields.includes("decidedOn") ? decidedOnProblems(frame, after) : []),
  ];
}

const undecided = (field: Amendable): Problem =>
  notAllowedNow(
    at(field),
    text(
      `尚未办结，没有可更正的${AMENDABLE[field].zh}`,
      `It is not decided yet: there is no ${AMENDABLE[field].en} to amend`,
    ),
  );

function lastBefore(
  { receivedOn }: RequestRow,
  steps: StepFrame["steps"],
): { readonly date: string; readonly what: Text } {
  const last = steps.findLast(isProcess);
  const name = last && stepOf(last.action)?.name;
  if (!name) return { date: receivedOn, what: text("申请收到日期", "the receipt of the request") };
  const { zh, en } = name;
  return { date: last.onDate, what: text(`上一步“${zh}”的日期`, `the last step (${en})`) };
}

/** From the last step before it to the service, and not while others had time to answer, correct or pay. */
function decidedOnProblems(frame: AmendedFrame, after: RequestRow): Problem[] {
  const { steps, basis } = frame;
  const { decidedOn, servedOn } = after;
  if (decidedOn === null) return [];
  const end = steps.findIndex(completes);
  const before = steps.slice(0, end);
  const notBefore = lastBefore(after, before);
  const outside = dateProblems(decidedOn, at("decidedOn"), { ...frame, notBefore });
  if (outside.length > 0) return outside;
  if (servedOn !== null && decidedOn > servedOn)
    return [
      invalidInput(
        at("decidedOn"),
        text(`日期不能晚于送达日期 ${servedOn}`, `The date cannot be later than the service (${servedOn})`),
      ),
    ];
  const { waitsUntil } = clockOf(after, before, { ...basis, today: decidedOn });
  if (steps[end]?.action === "withdrawRequest" || waitsUntil === null || decidedOn > waitsUntil) return [];
  return [
    notAllowedNow(
      at("decidedOn"),
      text(
        `补正、答复或缴费的期限到 ${waitsUntil} 为止，此前不能办结（条例第三十条、第三十二条、第三十四条、第四十二条）`,
        `There was time to correct, answer or pay until ${waitsUntil}: no end before that (条例 §30, §32, §34, §42)`,
      ),
    ),
  ];
}
