import { dayNumber, type CalendarDate } from "../../../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { dateProblems } from "../../../records/index.js";
import { ARRIVED_NOTICES, type ArrivedNotice } from "../arrived-notices.data.js";
import type { RequestEventRow } from "../request.entity.js";
import { decisionArrival, openNotices, standingAfter } from "../standing.js";
import { notAllowed, type StepFrame, type StepInput, type StepRule } from "../step.js";
import { NOTICES } from "../waits.data.js";

export interface RecordArrival extends StepInput {
  readonly of: ArrivedNotice;
  /** The step that sent it; needed where several of its kind wait for an answer. */
  readonly letter?: number | null;
  readonly arrivedOn: CalendarDate;
}

/** A letter that took longer is more likely a slip. */
const MOST_DAYS = 60;
const PATH = ["input", "arrivedOn"];

/** 送达日期 that became known later: periods that run from the arrival are computed with it from then on. */
export const RECORD_ARRIVAL: StepRule<RecordArrival> = {
  problems: (frame, input) => {
    const letters = lettersOf(frame, input);
    const [sent] = letters;
    if (letters.length > 1) return [whichOne(letters, input.of)];
    return sent ? arrivalProblems(frame, input, sent.onDate) : [];
  },
  forbids: (frame, input) => {
    const { of } = input;
    const { name, arrival, basis } = ARRIVED_NOTICES[of];
    const [sent] = lettersOf(frame, input);
    const refused = (zh: string, en: string): Problem[] => [
      notAllowed(["input", "of"], text(`${zh}（${basis.zh}）`, `${en} (${basis.en})`)),
    ];
    if (!sent)
      return refused(`没有待登记送达日期的${name.zh}`, `There is no ${name.en} whose arrival is open`);
    const known = of === "DECISION" ? decisionArrival([sent]) : sent.details[arrival];
    return typeof known === "string"
      ? refused(`${name.zh}的送达日期已登记为 ${known}`, `The ${name.en} is recorded as arrived on ${known}`)
      : [];
  },
  details: (input, frame) => {
    const [sent] = lettersOf(frame, input);
    return { of: input.of, arrivedOn: input.arrivedOn, ...(sent && { letter: sent.revision }) };
  },
};

/**
 * What it may be about: of those still waited for the ones whose arrival is not known, or without such the latest; of
 * what nobody answers the latest.
 */
function lettersOf({ steps }: StepFrame, { of, letter }: RecordArrival): RequestEventRow[] {
  const { sentBy, whileOpen, arrival } = ARRIVED_NOTICES[of];
  const open = new Set(openNotices(standingAfter(steps), ...NOTICES).map(({ step }) => step));
  const sent = steps.filter(
    ({ action, revision }) =>
      action === sentBy && (!whileOpen || open.has(revision)) && (letter == null || revision === letter),
  );
  const unknown = sent.filter(({ details }) => typeof details[arrival] !== "string");
  return whileOpen && unknown.length > 0 ? unknown : sent.slice(-1);
}

function whichOne(letters: readonly RequestEventRow[], of: ArrivedNotice): Problem {
  const { zh, en } = ARRIVED_NOTICES[of].name;
  const list = letters.map(({ revision, onDate }) => `${revision} (${onDate})`).join(", ");
  return invalidInput(
    ["input", "letter"],
    text(
      `有多件${zh}，请指明是哪一步发出的：${list}`,
      `There are several (${en}): name the step that sent it, ${list}`,
    ),
  );
}

function arrivalProblems(
  frame: StepFrame,
  { of, arrivedOn }: RecordArrival,
  sentOn: CalendarDate,
): Problem[] {
  const { name } = ARRIVED_NOTICES[of];
  const what = text(`${name.zh}发出的日期`, `the day of the ${name.en}`);
  const outside = dateProblems(arrivedOn, PATH, { ...frame, notBefore: { date: sentOn, what } });
  if (outside.length > 0 || dayNumber(arrivedOn) - dayNumber(sentOn) <= MOST_DAYS) return outside;
  return [
    invalidInput(
      PATH,
      text(
        `距${what.zh} ${sentOn} 超过 ${MOST_DAYS} 日，请核对`,
        `More than ${MOST_DAYS} days after ${what.en} (${sentOn}): is it right?`,
      ),
    ),
  ];
}
