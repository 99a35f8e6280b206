import { text } from "../../../kernel/text.js";
import { dateProblems, reasonProblems } from "../../../records/index.js";
import { invalidInput, notAllowedNow } from "../../../kernel/problem.js";
import { ends } from "../clock/effects.js";
import { REQUEST_OUTCOMES } from "../request.terms.js";
import { date, ON_A_DAY, ON_REQUEST, REASON } from "../step-input.js";
import {
  change,
  HANDLE,
  laterDayProblems,
  openNotices,
  step,
  waitingFor,
  within,
  type StepFrame,
  type TimedFrame,
} from "../step.js";

/** 撤回 counts under 其他处理·其他. A request that was never confirmed as received counts from its withdrawal alone. */
export const withdrawRequest = step({
  ...HANDLE,
  name: text("登记撤回", "record the withdrawal"),
  description: "登记申请人撤回，计入其他处理·其他 · Records that the applicant withdrew the request",
  gate: within("REGISTERED", "OPEN"),
  fields: { ...ON_REQUEST, ...ON_A_DAY },
  phase: "WITHDRAWN",
  clock: ends,
  corrects: "amendRequest",
  changes: ({ on, request }) => ({
    outcome: "OTHER_MISC",
    decidedOn: on,
    ...(request.state === "REGISTERED" && { countedOn: on }),
  }),
});

export const lapseRequest = step({
  ...HANDLE,
  name: text("逾期终结", "close as lapsed"),
  description:
    "逾期不补正、逾期未缴费的终结（条例 §30、§42） · Closes a request that was not corrected, or not paid for, in time",
  gate: waitingFor("CORRECTION", "FEE"),
  fields: { ...ON_REQUEST, ...ON_A_DAY },
  phase: "LAPSED",
  clock: ends,
  corrects: "amendRequest",
  forbids: (frame) => {
    const { kind, until } = runOut(frame);
    if (until === null || frame.on > until) return [];
    const { waits, basis } = LAPSES[kind];
    return [
      notAllowedNow(
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
});

const LAPSES = {
  CORRECTION: {
    outcome: "OTHER_NO_CORRECTION",
    waits: text("补正期限", "the period for the correction"),
    basis: text(
      "条例第三十条：申请人无正当理由逾期不补正的，视为放弃申请",
      "条例 §30: a request not corrected in time counts as given up",
    ),
  },
  FEE: {
    outcome: "OTHER_UNPAID_FEE",
    waits: text("缴费期限", "the period for the payment"),
    basis: text(
      "条例第四十二条、国办函〔2020〕109号：申请人 20 个工作日内未缴纳的，视为放弃申请",
      "条例 §42, 国办函〔2020〕109号: a request not paid for within 20 working days counts as given up",
    ),
  },
} as const;

type Awaited = keyof typeof LAPSES;

/** The period that ran out: of the notice whose last day is past, else the first that is open. */
function runOut({ on, clock: { waits } }: TimedFrame): { kind: Awaited; until: string | null } {
  const open = waits.filter(({ kind, endedOn }) => kind in LAPSES && endedOn === null);
  const over = open.find(({ until }) => until !== null && until < on) ?? open[0];
  return { kind: (over?.kind ?? "CORRECTION") as Awaited, until: over?.until ?? null };
}

const lapseIn = ({ steps, stepOf }: StepFrame) =>
  steps.findLast(({ action }) => stepOf(action)?.phase === "LAPSED");

/** 恢复办理 (条例 §30: 正当理由): what had lapsed waits for the correction or the payment again. */
export const reopenRequest = change({
  ...HANDLE,
  name: text("恢复办理", "reopen"),
  description:
    "恢复办理：申请人有正当理由的（条例 §30） · Reopens a lapsed request: the applicant had a good reason",
  gate: within("LAPSED"),
  fields: {
    ...ON_REQUEST,
    reason: REASON,
    on: date.optional("恢复日期，默认今天 · Day of the reopening; default: today"),
    deadline: date.optional(
      "新的补正期限，只用于逾期不补正的 · New day by which to correct; only where the correction was missing",
    ),
  },
  changesAnother: "on the day given",
  revises: ({ details: { letter, deadline } }) => ({
    of: ({ revision }) => revision !== undefined && revision === letter,
    becomes: ({ details }) => ({ details: { ...details, ...(deadline ? { deadline } : {}) } }),
  }),
  takesBack: ({ details }) => details.step,
  problems: (frame, { deadline, reason }) => {
    const lapse = lapseIn(frame);
    const [awaited] = openNotices(frame.standing, "CORRECTION");
    const basis = text("条例第三十条：合理的补正期限", "条例 §30: a reasonable period");
    return [
      ...reasonProblems(reason, ["input", "reason"]),
      ...dateProblems(frame.on, ["input", "on"], {
        ...frame,
        notBefore: lapse ? { date: lapse.onDate, what: text("终结日期", "the day it lapsed") } : null,
      }),
      ...(deadline == null ? [] : laterDayProblems(deadline, ["input", "deadline"], frame, basis)),
      ...(deadline != null && !awaited ? [NOTHING_TO_CORRECT] : []),
    ];
  },
  details: ({ deadline }, frame) => {
    const [awaited] = openNotices(frame.standing, "CORRECTION");
    return { step: lapseIn(frame)?.revision, ...(deadline && { letter: awaited?.step, deadline }) };
  },
  says: ({ reason }) => reason,
});

const NOTHING_TO_CORRECT = invalidInput(
  ["input", "deadline"],
  text(
    "并非因逾期不补正而终结，没有补正期限",
    "It did not lapse for want of a correction: there is no deadline",
  ),
);
