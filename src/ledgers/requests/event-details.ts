import { text, type Language, type Text } from "../../kernel/text.js";
import { AMENDABLE } from "./amendment.js";
import { ARRIVED_NOTICES, SERVICE_METHODS } from "./request.terms.js";
import { FEE_METHODS } from "./fee.data.js";

interface EventDetail {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Particulars of steps besides day and note, in display order. */
const LABELS: Readonly<Record<string, Text>> = {
  deadline: text("补正期限", "to be corrected by"),
  letterReceivedOn: text("征求意见书送达日期", "letter received on"),
  reasonable: text("理由是否合理", "reasons are reasonable"),
  delayedUntil: text("延迟答复至", "answer delayed until"),
  method: text("方式", "way"),
  quantity: text("件数或页数", "pieces or pages"),
  amount: text("金额（元）", "amount in yuan"),
  noticeReceivedOn: text("申请人收到通知日期", "notice received on"),
  days: text("延长的工作日", "working days more"),
  approver: text("批准人", "approved by"),
  toldOn: text("告知申请人日期", "applicant told on"),
  of: text("送达的文书", "what arrived"),
  arrivedOn: text("送达日期", "arrived on"),
  letter: text("所对文书的步骤号", "step that sent the letter"),
  letterNumber: text("文号", "number of the letter"),
  step: text("步骤号", "step"),
  on: text("更正后的日期", "really on"),
  recordedInError: text("登记有误", "recorded in error"),
  changed: text("更正的事项", "amended"),
  decidedOn: text("更正后的办结日期", "now decided on"),
  dueOnBefore: text("原答复期限", "due before"),
  dueOn: text("答复期限", "due on"),
  confirmByBefore: text("原确认期限", "to be confirmed before"),
  confirmBy: text("确认期限", "to be confirmed by"),
  termsId: text("所用工作日历和口径", "calendar and conventions used"),
};

/** Values that have a name; the others are dates, numbers and names as they are. */
const TERMS: Readonly<Record<string, Text>> = {
  true: text("是", "yes"),
  false: text("否", "no"),
  ...FEE_METHODS,
  ...SERVICE_METHODS,
  ...AMENDABLE,
  ...Object.fromEntries(Object.entries(ARRIVED_NOTICES).map(([key, { name }]) => [key, name])),
};
const COMMA = text("、", ", ");

/** Details of an event for a reader; omitted input is left out. */
export const eventDetails = (
  details: Readonly<Record<string, unknown>>,
  language: Language,
): readonly EventDetail[] =>
  Object.entries(LABELS).flatMap(([key, label]) => {
    // The corrected particulars are stored beside the step they correct.
    const kept = details[key] ?? (details.corrected as typeof details | undefined)?.[key];
    if (kept === undefined || kept === null) return [];
    const values = (Array.isArray(kept) ? kept : [kept]).map((one) =>
      typeof one === "string" ? one : JSON.stringify(one),
    );
    const said = values.map((value) => (key === "approver" ? value : (TERMS[value]?.[language] ?? value)));
    return [{ key, label: label[language], value: said.join(COMMA[language]) }];
  });
