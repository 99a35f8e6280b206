import type { Place } from "../../access/index.js";
import { appendSteps, stepIn, stepsOf, type HistoryRow, type Step } from "../../history/index.js";
import { fold } from "../../kernel/fold.js";
import { sql, withStaged, type Session } from "../../platform/db/index.js";
import { changeRecord, rowChanges, type Told } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import {
  INFORMATION_REQUESTS,
  REQUEST_APPLICANTS,
  type ApplicantRow,
  type RequestEventRow,
  type RequestRow,
} from "./request.entity.js";

export const requestById = (session: Session, id: string): Promise<RequestRow | null> =>
  session.rows(INFORMATION_REQUESTS).one({ id });

/** Oldest first: a request's revisions are in the order of its days. */
export const eventsOf = async (session: Session, requestIds: readonly string[]): Promise<StoredEvent[]> =>
  (await stepsOf(session, "InformationRequest", requestIds)).map(requestEvent);

/** An event with the entry of the history that it was read from. */
export type StoredEvent = RequestEventRow & Pick<Step, "entry">;

export function requestEvent(entry: HistoryRow): StoredEvent {
  const { subjectId: requestId, ...step } = stepIn(entry);
  return { ...step, requestId, unitId: entry.unitId };
}

export const insertRequest = (session: Session, unit: UnitRow, row: RequestRow): Promise<void> =>
  session.rows(INFORMATION_REQUESTS).insert(unit, row);

export const changeRequest = (
  session: Session,
  request: RequestRow,
  values: Partial<RequestRow>,
): Promise<RequestRow> => changeRecord(session, INFORMATION_REQUESTS, request, values);

/** Left out is what follows from the other fields. The subject may name people: auditors see its digest alone. */
const TOLD: Told<RequestRow> = {
  omitted: ["termsId", "splitFromId", "countedOn", "provisional", "usedDays"],
  personal: ["subject"],
};

/** Values before and after for the history of a request; null where the request is new. */
export const requestChanges = (before: RequestRow | null, after: RequestRow) =>
  rowChanges(TOLD, before ?? {}, after);

export const insertEvents = (session: Session, unit: Place, ...events: readonly RequestEventRow[]): void =>
  appendSteps(
    session,
    unit,
    "InformationRequest",
    events.map(({ requestId: subjectId, ...event }) => ({ ...event, subjectId })),
  );

export const insertApplicant = (session: Session, unit: UnitRow, applicant: ApplicantRow): Promise<void> =>
  session.rows(REQUEST_APPLICANTS).insert(unit, applicant);

export const replaceApplicant = (
  session: Session,
  { requestId, unitId, sealed }: ApplicantRow,
): Promise<number> => session.rows(REQUEST_APPLICANTS).update({ requestId, unitId }, { sealed });

/** Raw SQL returns bytes alike on both databases. */
export const applicantsOf = (session: Session, requestIds: readonly string[]): Promise<ApplicantRow[]> =>
  session.query<ApplicantRow>(
    sql`select a.request_id as requestId, a.unit_id as unitId, a.sealed from ${session.from(REQUEST_APPLICANTS, "a")}
        where a.request_id in ${[...requestIds]}`,
  );

/** Behind every text that begins with another. */
const LAST_CHARACTER = "\u{10FFFF}";

/** The keys of a unit's numbers that begin alike, also of requests that an import is still entering. */
export async function numbersLike(session: Session, unitId: string, beginning: string): Promise<Set<string>> {
  const prefix = fold(beginning);
  const rows = await session.query<{ numberKey: string }>(
    sql`select r.number_key as numberKey from ${session.from(withStaged(INFORMATION_REQUESTS), "r")}
        where r.unit_id = ${unitId} and r.number_key >= ${prefix}
          and r.number_key <= ${prefix + LAST_CHARACTER}`,
  );
  return new Set(rows.map(({ numberKey }) => numberKey));
}
