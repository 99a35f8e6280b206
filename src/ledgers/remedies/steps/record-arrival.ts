import type { Call } from "../../../access/index.js";
import { yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import { openRecord, saveRecord, type StepServices, type Target } from "../../../records/index.js";
import { REMEDY } from "../remedy.js";
import { arrivalProblems } from "../lodging.rules.js";

export interface RecordRulingArrival extends Target {
  readonly arrivedOn: CalendarDate;
}

/** The day on which whoever lodged the case had its ruling: 行政诉讼法 §45 counts from it. */
export async function recordRulingArrival(
  call: Call,
  input: RecordRulingArrival,
  services: StepServices,
): Promise<{ id: string }> {
  const opened = await openRecord(call, REMEDY, "recordArrival", input);
  const { unit, record: remedy } = opened;
  const { session, now } = call;
  const { arrivedOn } = input;
  const concludedOn = remedy.concludedOn ?? remedy.lodgedOn;
  refuse(arrivalProblems(arrivedOn, concludedOn, { now, calendar: services.calendar }));
  const values = { decisionArrivedOn: arrivedOn };
  await saveRecord(call, REMEDY, opened, { values, on: arrivedOn, note: null });
  await services.onChange(session, unit, yearOf(remedy.lodgedOn));
  return { id: remedy.id };
}
