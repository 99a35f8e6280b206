import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import {
  lineProblems,
  noteProblems,
  optionalLine,
  reasonProblems,
  type LedgerServices,
} from "../../../records/index.js";
import { INFORMATION_REQUESTS } from "../../requests/index.js";
import { findRemedy } from "../find-remedy.js";
import { lodgedOnProblems, type Lodging } from "../lodging.rules.js";
import type { RemedyRow } from "../remedy.entity.js";
import { NUMBER_LENGTH, ORGAN_LENGTH, sameCaseProblems } from "../remedy.problems.js";
import { recordRemedyEvent, remedyRow, updateRemedy } from "../remedy.store.js";

export interface AmendRemedy {
  readonly remedyId: string;
  readonly expectedRevision?: number | null;
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
  session: Session,
  viewer: Viewer,
  input: AmendRemedy,
  services: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { unit, remedy } = await findRemedy(session, viewer, "amendRemedy", input);
  const now = services.clock.now();
  const values = {
    number: input.number ?? remedy.number,
    lodgedOn: input.lodgedOn ?? remedy.lodgedOn,
    organ: input.organ === undefined ? remedy.organ : input.organ,
    note: input.note === undefined ? remedy.note : input.note,
  };
  const lodging = await lodgingOf(session, { ...remedy, ...values });
  const problems = [
    ...lodgedOnProblems(lodging, { now, calendar: services.calendar }),
    ...lineProblems(values.number, ["input", "number"], NUMBER_LENGTH),
    ...optionalLine(values.organ, ["input", "organ"], ORGAN_LENGTH),
    ...noteProblems(values.note, ["input", "note"]),
    ...reasonProblems(input.reason, ["input", "reason"]),
    ...(await sameCaseProblems(session, unit, { ...remedy, ...values })),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const amended = await updateRemedy(session, remedy, values);
  recordRemedyEvent(session, viewer, unit, amended, {
    action: "amendRemedy",
    onDate: dateInShanghai(now),
    now,
    note: input.reason,
  });
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
