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
  forbids: stillConsulting,
  changes: ({ on }, { outcome, article, documentNumber }) => ({
    outcome,
    article: article ?? null,
    documentNumber: documentNumber ?? null,
    decidedOn: on,
  }),
};

/** Rows of table 三 under which information is given out. */
const DISCLOSING: readonly RequestOutcome[] = ["GRANTED", "PARTIAL"];

const ASKED = {
  consultThirdParty: text(
    "条例第三十二条：第三方自收到征求意见书起 15 个工作日内提出意见，逾期由行政机关决定",
    "条例 §32: a third party has 15 working days to answer; then the organ decides",
  ),
  consultAgency: text(
    "条例第三十四条：被征求意见的机关自收到征求意见书起 15 个工作日内提出意见，逾期未提出视为同意公开",
    "条例 §34: an organ has 15 working days to answer; silence is consent",
  ),
} as const;
type Asked = keyof typeof ASKED;

/**
 * What gives information out waits for those whose information it is, as long as they have time to answer; what gives
 * none (不予处理, 不掌握 ...) need not.
 */
function stillConsulting({ on, clock: { waits } }: TimedFrame, { outcome }: DecideRequest): Problem[] {
  if (!DISCLOSING.includes(outcome)) return [];
  const [last] = waits
    .filter(({ kind, endedOn, until }) => kind in ASKED && endedOn === null && until !== null && on <= until)
    .sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1));
  if (!last) return [];
  const rule = ASKED[last.kind as Asked];
  return [
    notAllowed(
      ["input", "on"],
      text(
        `征求意见的期限到 ${last.until} 为止，登记答复后或期满后方可决定公开（${rule.zh}）`,
        `There is time to answer until ${last.until}: disclose after the reply, or after that day (${rule.en})`,
      ),
    ),
  ];
}
