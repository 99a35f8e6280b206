import { text } from "../../../kernel/text.js";
import { REQUEST_OUTCOMES } from "../request.terms.js";
import { notAllowed, type StepFrame, type StepInput, type StepRule } from "../step.js";

const LAPSES = {
  AWAITING_CORRECTION: {
    outcome: "OTHER_NO_CORRECTION",
    waits: text("补正期限", "the period for the correction"),
    basis: text(
      "条例第三十条：申请人无正当理由逾期不补正的，视为放弃申请",
      "条例 §30: a request not corrected in time counts as given up",
    ),
  },
  AWAITING_FEE: {
    outcome: "OTHER_UNPAID_FEE",
    waits: text("缴费期限", "the period for the payment"),
    basis: text(
      "条例第四十二条、国办函〔2020〕109号：申请人 20 个工作日内未缴纳的，视为放弃申请",
      "条例 §42, 国办函〔2020〕109号: a request not paid for within 20 working days counts as given up",
    ),
  },
} as const;

/** The workflow lets it be taken from these two states alone. */
const lapseOf = ({ request: { state } }: StepFrame) =>
  state === "AWAITING_FEE" ? LAPSES.AWAITING_FEE : LAPSES.AWAITING_CORRECTION;

export const LAPSE_REQUEST: StepRule<StepInput> = {
  forbids: (frame) => {
    const { waitsUntil } = frame.clock;
    if (waitsUntil === null || frame.on > waitsUntil) return [];
    const { waits, basis } = lapseOf(frame);
    return [
      notAllowed(
        ["input", "on"],
        text(
          `${waits.zh}到 ${waitsUntil} 为止，逾期后方可终结（${basis.zh}）`,
          `${waits.en} runs until ${waitsUntil}: it lapses after that day (${basis.en})`,
        ),
      ),
    ];
  },
  changes: (frame) => {
    const { outcome } = lapseOf(frame);
    return { outcome, article: REQUEST_OUTCOMES[outcome].article, decidedOn: frame.on };
  },
};
