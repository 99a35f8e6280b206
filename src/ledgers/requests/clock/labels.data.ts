import { text, type Text } from "../../../kernel/text.js";

/** What a day of the process is: one of these for each, so that days of one label make a step. */
export interface Label {
  readonly counted: boolean;
  readonly reason: Text;
  /** The article it rests on. */
  readonly basis: string;
}

const counted = (zh: string, en: string, basis: string): Label => ({
  counted: true,
  reason: text(zh, en),
  basis,
});
const uncounted = (zh: string, en: string, basis: string): Label => ({
  ...counted(zh, en, basis),
  counted: false,
});

const FEES = "条例 §42、国办函〔2020〕109号";

export const REPLYING = counted("答复期限", "reply period", "条例 §33");
export const EXTENDED = counted("延长答复期限", "extension of the reply period", "条例 §33");
export const DELAYED = counted("延迟答复的合理期限", "delayed period set by the organ", "条例 §35");
/** Only seen before a correction notice that came after the due date. */
export const OVERDUE = uncounted("答复期限已届满", "after the reply period ran out", "条例 §33");

/** What is waited for, by the mutation that began it. */
export const WAITING = {
  askCorrection: uncounted("等待申请人补正", "waiting for the correction", "条例 §30"),
  consultThirdParty: uncounted("征求第三方意见", "consulting a third party", "条例 §32、§33(3)"),
  consultAgency: uncounted("征求其他机关意见", "consulting another organ", "条例 §33(3)、§34"),
  askReasons: uncounted("等待申请人说明理由", "waiting for the applicant's reasons", "条例 §35"),
  noticeFee: uncounted("等待申请人缴费", "waiting for the payment", FEES),
} as const satisfies Record<string, Label>;
export type WaitKind = keyof typeof WAITING;

/** What was counted before the clock began anew counts no more. */
export const VOIDED = {
  askCorrection: uncounted("补正后重新计算", "restarts after the correction", "条例 §30"),
  noticeFee: uncounted("缴费后重新计算", "restarts after the payment", FEES),
} as const satisfies Partial<Record<WaitKind, Label>>;
export type RestartKind = keyof typeof VOIDED;
