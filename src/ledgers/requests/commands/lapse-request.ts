import { text } from "../../../kernel/text.js";
import { REQUEST_OUTCOMES } from "../request.terms.js";
import { notAllowed, type StepInput, type StepRule, type TimedFrame } from "../step.js";

const LAPSES = {
  askCorrection: {
    outcome: "OTHER_NO_CORRECTION",
    waits: text("补正期限", "the period for the correction"),
    basis: text(
      "条例第三十条：申请人无正当理由逾期不补正的，视为放弃申请",
      "条例 §30: a request not corrected in time counts as given up",
    ),
  },
  noticeFee: {
    outcome: "OTHER_UNPAID_FEE",
    waits: text("缴费期限", "the period for the payment"),
    basis: text(
      "条例第四十二条、国办函〔2020〕109号：申请人 20 个工作日内未缴纳的，视为放弃申请",
      "条例 §42, 国办函〔2020〕109号: a request not paid for within 20 working days counts as given up",
    ),
  },
} as const;

type Awaited = keyof typeof LAPSES;

/** What ran out: the notice whose last day is past, else the first that is open. */
function runOut({ on, clock: { waits } }: TimedFrame): { kind: Awaited; until: string | null } {
  const open = waits.filter(({ kind, endedOn }) => kind in LAPSES && endedOn === null);
  const over = open.find(({ until }) => until !== null && until < on) ?? open[0];
  return { kind: (over?.kind ?? "askCorrection") as Awaited, until: over?.until ?? null };
}

export const LAPSE_REQUEST: StepRule<StepInput> = {
  forbids: (frame) => {
    const { kind, until } = runOut(frame);
    if (until === null || frame.on > until) return [];
    const { waits, basis } = LAPSES[kind];
    return [
      notAllowed(
        ["input", "on"],
        text(
          `${waits.zh}到 ${until} 为止，逾期后方可终结（${basis.zh}）`,
          `${waits.en} runs until ${until}: it lapses after that day (${basis.en})`,
        ),
      ),
    ];
  },
  changes: (frame) => {
    const { outcome } = LAPSES[runOut(frame).kind];
    return { outcome, article: REQUEST_OUTCOMES[outcome].article, decidedOn: frame.on };
  },
};
