import { dayNumber, type CalendarDate } from "../../../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { dateProblems } from "../../ledger/index.js";
import { ARRIVED_NOTICES, type ArrivedNotice } from "../arrived-notices.data.js";
import { asTheyStand } from "../event-history.js";
import type { RequestEventRow } from "../request.entity.js";
import { notAllowed, type StepFrame, type StepInput, type StepRule } from "../step.js";

export interface RecordArrival extends StepInput {
  readonly of: ArrivedNotice;
  readonly arrivedOn: CalendarDate;
}

/** A letter that took longer is more likely a slip. */
const MOST_DAYS = 60;
const PATH = ["input", "arrivedOn"];

/** 送达日期 that became known later: what runs from the arrival is reckoned by it from then on. */
export const RECORD_ARRIVAL: StepRule<RecordArrival> = {
  problems: (frame, { of, arrivedOn }) => {
    const sent = letterOf(frame, of);
    return sent ? arrivalProblems(frame, of, arrivedOn, sent.onDate) : [];
  },
  forbids: (frame, { of }) => {
    const { name, arrival, basis } = ARRIVED_NOTICES[of];
    const sent = letterOf(frame, of);
    const refused = (zh: string, en: string): Problem[] => [
      notAllowed(["input", "of"], text(`${zh}（${basis.zh}）`, `${en} (${basis.en})`)),
    ];
    if (!sent)
      return refused(`没有待登记送达日期的${name.zh}`, `There is no ${name.en} whose arrival is open`);
    const known = sent.details[arrival];
    return typeof known === "string"
      ? refused(`${name.zh}的送达日期已登记为 ${known}`, `The ${name.en} is recorded as arrived on ${known}`)
      : [];
  },
  details: ({ of, arrivedOn }) => ({ of, arrivedOn }),
};

/** With its arrival, where that is on record. */
function letterOf({ request, events }: StepFrame, of: ArrivedNotice): RequestEventRow | undefined {
  const { sentBy, state } = ARRIVED_NOTICES[of];
  if (state !== null && state !== request.state) return undefined;
  return asTheyStand(events).findLast(({ action }) => action === sentBy);
}

function arrivalProblems(
  frame: StepFrame,
  of: ArrivedNotice,
  arrivedOn: CalendarDate,
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
