import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import {
  lineProblems,
  openRecord,
  saveRecord,
  type Target,
  noteProblems,
  optionalLine,
  reasonProblems,
  type StepServices,
} from "../../../records/index.js";
import { INFORMATION_REQUESTS } from "../../requests/index.js";
import { REMEDY } from "../remedy.js";
import { lodgedOnProblems, type Lodging } from "../lodging.rules.js";
import type { RemedyRow } from "../remedy.entity.js";
import { NUMBER_LENGTH, ORGAN_LENGTH, sameCaseProblems } from "../remedy.problems.js";
import { remedyRow } from "../remedy.store.js";

export interface AmendRemedy extends Target {
  readonly reason: string;
  /** What is left out stays as it is. */
  readonly number?: string | null;
  readonly lodgedOn?: CalendarDate | null;
  /** null removes it. */
  readonly organ?: string | null;
  readonly note?: string | null;
}

/** Corrects the particulars of a pending case. */
export async function amendRemedy(
  call: Call,
  input: AmendRemedy,
  services: StepServices,
): Promise<{ id: string }> {
  const opened = await openRecord(call, REMEDY, "amend", input);
  const { unit, record: remedy } = opened;
  const { session, now } = call;
  const values = {
    number: input.number ?? remedy.number,
    lodgedOn: input.lodgedOn ?? remedy.lodgedOn,
    organ: input.organ === undefined ? remedy.organ : input.organ,
    note: input.note === undefined ? remedy.note : input.note,
  };
  const lodging = await lodgingOf(session, { ...remedy, ...values });
  refuse([
    ...lodgedOnProblems(lodging, { now, calendar: services.calendar }),
    ...lineProblems(values.number, ["input", "number"], NUMBER_LENGTH),
    ...optionalLine(values.organ, ["input", "organ"], ORGAN_LENGTH),
    ...noteProblems(values.note, ["input", "note"]),
    ...reasonProblems(input.reason, ["input", "reason"]),
    ...(await sameCaseProblems(session, unit, { ...remedy, ...values })),
  ]);
  await saveRecord(call, REMEDY, opened, { values, on: dateInShanghai(now), note: input.reason });
  await services.onChange(session, unit, Math.min(yearOf(remedy.lodgedOn), yearOf(values.lodgedOn)));
  return { id: remedy.id };
}

async function lodgingOf(
  session: Session,
  { route, lodgedOn, requestId, reviewId }: RemedyRow,
): Promise<Lodging> {
  const request = requestId === null ? null : await session.rows(INFORMATION_REQUESTS).one({ id: requestId });
  const review = reviewId === null ? null : await remedyRow(session, reviewId);
  return { route, lodgedOn, requestId, request, review };
}
