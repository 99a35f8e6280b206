import type { Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { articleProblems, documentNumberProblems } from "../request.problems.js";
import type { RequestOutcome } from "../request.terms.js";
import { notAllowed, type StepInput, type StepRule, type TimedFrame } from "../step.js";

export interface DecideRequest extends StepInput {
  readonly outcome: RequestOutcome;
  readonly article?: string | null;
  readonly documentNumber?: string | null;
}

/** 条例 §36-39: one outcome, with the article that it rests on. */
export const DECIDE_REQUEST: StepRule<DecideRequest> = {
  problems: (_frame, { outcome, article, documentNumber }) => [
    ...articleProblems(outcome, article),
    ...documentNumberProblems(documentNumber),
  ],
  forbids: (frame) => stillConsulting(frame),
  changes: ({ on }, { outcome, article, documentNumber }) => ({
    outcome,
    article: article ?? null,
    documentNumber: documentNumber ?? null,
    decidedOn: on,
  }),
};

const ASKED = {
  CONSULTING_THIRD_PARTY: text(
    "条例第三十二条：第三方自收到征求意见书起 15 个工作日内提出意见，逾期由行政机关决定",
    "条例 §32: a third party has 15 working days to answer; then the organ decides",
  ),
  CONSULTING_AGENCY: text(
    "条例第三十四条：被征求意见的机关自收到征求意见书起 15 个工作日内提出意见，逾期未提出视为同意公开",
    "条例 §34: an organ has 15 working days to answer; silence is consent",
  ),
};

/** Silence lets the organ decide, once the time to answer is over. */
function stillConsulting({ request: { state }, on, clock: { waitsUntil } }: TimedFrame): Problem[] {
  if (state !== "CONSULTING_THIRD_PARTY" && state !== "CONSULTING_AGENCY") return [];
  if (waitsUntil === null || on > waitsUntil) return [];
  const rule = ASKED[state];
  return [
    notAllowed(
      ["input", "on"],
      text(
        `征求意见的期限到 ${waitsUntil} 为止，登记答复后或期满后方可决定（${rule.zh}）`,
        `There is time to answer until ${waitsUntil}: decide after the reply, or after that day (${rule.en})`,
      ),
    ),
  ];
}
