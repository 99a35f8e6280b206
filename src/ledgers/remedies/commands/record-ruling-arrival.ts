import type { Viewer } from "../../../access/index.js";
import { yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { findRemedy } from "../find-remedy.js";
import { arrivalProblems } from "../lodging.rules.js";
import { recordRemedyEvent, updateRemedy } from "../remedy.store.js";

export interface RecordRulingArrival {
  readonly remedyId: string;
  readonly expectedRevision?: number | null;
  readonly arrivedOn: CalendarDate;
}

/** The day on which whoever lodged the case had its ruling: 行政诉讼法 §45 counts from it. */
export async function recordRulingArrival(
  session: Session,
  viewer: Viewer,
  input: RecordRulingArrival,
  services: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { unit, remedy } = await findRemedy(session, viewer, "recordRulingArrival", input);
  const now = services.clock.now();
  const { arrivedOn } = input;
  const concludedOn = remedy.concludedOn ?? remedy.lodgedOn;
  const problems = arrivalProblems(arrivedOn, concludedOn, { now, calendar: services.calendar });
  if (problems.length > 0) throw new Refusal(...problems);
  const recorded = await updateRemedy(session, remedy, { decisionArrivedOn: arrivedOn });
  const event = { action: "recordRulingArrival", onDate: arrivedOn, now, note: null } as const;
  recordRemedyEvent(session, viewer, unit, recorded, event);
  await services.onChange(session, unit, yearOf(remedy.lodgedOn));
  return { id: remedy.id };
}
