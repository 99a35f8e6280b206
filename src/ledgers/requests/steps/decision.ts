import { notAllowedNow, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { decides, serve } from "../clock/effects.js";
import { articleProblems, documentNumberProblems } from "../request.problems.js";
import type { RequestOutcome, ServiceMethod } from "../request.terms.js";
import { date, line, ON_A_DAY, ON_REQUEST, typed } from "../step-input.js";
import { HANDLE, notWaitingFor, step, within, type TimedFrame } from "../step.js";
import { arrivedProblems } from "./notice-and-answer.js";

/** 条例 §36-39: one outcome, with the article that it rests on. */
export const decideRequest = step({
  ...HANDLE,
  name: text("作出决定", "decide"),
  description: "作出决定，写明依据的条款（条例 §36-39） · Decides the request, naming the article",
  gate: notWaitingFor("CORRECTION", "FEE"),
  fields: {
    ...ON_REQUEST,
    ...ON_A_DAY,
    outcome: typed<RequestOutcome>("RequestOutcome").required("办理结果 · Outcome"),
    article: line.optional(
      "所依据的条款；要求确认或重新出具、其他两种可不给 · Article that the decision rests on; required but for REFUSED_CONFIRM_REISSUE and OTHER_MISC",
    ),
    documentNumber: line.optional("答复书文号 · Number of the written decision"),
  },
  phase: "DECIDED",
  clock: decides,
  corrects: "amendRequest",
  problems: (_frame, { outcome, article, documentNumber }) => [
    ...articleProblems(outcome, article),
    ...documentNumberProblems(documentNumber),
  ],
  forbids: stillConsulting,
  changes: ({ on }, { outcome, article, documentNumber }) => ({
    outcome,
    article: article ?? null,
    documentNumber: documentNumber ?? null,
    decidedOn: on,
  }),
});

/**
 * On time is the day of signature or, by post, that of posting (国办公开办函〔2016〕235号): `on` is that day. What runs for the
 * applicant runs from the day on which the decision reached him (行政复议法 §20): by post, a later one.
 */
export const serveRequest = step({
  ...HANDLE,
  name: text("送达", "serve"),
  description:
    "送达：邮寄的以交邮之日为准 · Records the service of the decision; by post, on the day of posting",
  gate: within("DECIDED"),
  fields: {
    ...ON_REQUEST,
    ...ON_A_DAY,
    method: typed<ServiceMethod>("ServiceMethod").required("送达方式 · Method of service"),
    arrivedOn: date.optional(
      "申请人收到的日期；直接送达、委托送达即签收之日，不必给；未知的不给 · Day on which the applicant received the decision; handed over, the day of service; left out while unknown",
    ),
  },
  phase: "SERVED",
  sends: "DECISION",
  clock: serve,
  corrects: ["method"],
  problems: (frame, { arrivedOn }) =>
    arrivedProblems(arrivedOn, "arrivedOn", frame, text("送达日期", "the day it was served")),
  changes: ({ on }) => ({ servedOn: on }),
  details: ({ method, arrivedOn }) => ({ method, ...(arrivedOn && { arrivedOn }) }),
});

/** Rows of table 三 under which information is given out. */
const DISCLOSING: readonly RequestOutcome[] = ["GRANTED", "PARTIAL"];

const ASKED = {
  THIRD_PARTY: text(
    "条例第三十二条：第三方自收到征求意见书起 15 个工作日内提出意见，逾期由行政机关决定",
    "条例 §32: a third party has 15 working days to answer; then the organ decides",
  ),
  AGENCY: text(
    "条例第三十四条：被征求意见的机关自收到征求意见书起 15 个工作日内提出意见，逾期未提出视为同意公开",
    "条例 §34: an organ has 15 working days to answer; silence is consent",
  ),
} as const;
type Asked = keyof typeof ASKED;

/**
 * A decision that discloses information waits for those whose information it is, as long as they have time to answer; a
 * decision that discloses none (不予处理, 不掌握 ...) need not.
 */
function stillConsulting(
  { on, clock: { waits } }: TimedFrame,
  { outcome }: { readonly outcome: RequestOutcome },
): Problem[] {
  if (!DISCLOSING.includes(outcome)) return [];
  const [last] = waits
    .filter(({ kind, endedOn, until }) => kind in ASKED && endedOn === null && until !== null && on <= until)
    .sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1));
  if (!last) return [];
  const rule = ASKED[last.kind as Asked];
  return [
    notAllowedNow(
      ["input", "on"],
      text(
        `征求意见的期限到 ${last.until} 为止，登记答复后或期满后方可决定公开（${rule.zh}）`,
        `There is time to answer until ${last.until}: disclose after the reply, or after that day (${rule.en})`,
      ),
    ),
  ];
}
