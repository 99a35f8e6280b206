import { fold } from "../../kernel/fold.js";
import { lengthOf } from "../../kernel/plain-text.js";
import { newId, sql, type Session } from "../../platform/db/index.js";
import { changeRecord } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import {
  INFORMATION_REQUESTS,
  REQUEST_APPLICANTS,
  REQUEST_EVENTS,
  type ApplicantRow,
  type RequestEventRow,
  type RequestRow,
} from "./request.entity.js";

export const requestById = (session: Session, id: string): Promise<RequestRow | null> =>
  session.rows(INFORMATION_REQUESTS).one({ id });

/** Oldest first: a request's revisions are in the order of its days. */
export const eventsOf = (session: Session, requestIds: readonly string[]): Promise<RequestEventRow[]> =>
  session.rows(REQUEST_EVENTS).find({ requestId: requestIds }, { orderBy: { revision: "ASC" } });

export const insertRequest = (session: Session, unit: UnitRow, row: RequestRow): Promise<void> =>
  session.rows(INFORMATION_REQUESTS).insert(unit, row);

export const changeRequest = (
  session: Session,
  request: RequestRow,
  values: Partial<RequestRow>,
): Promise<RequestRow> => changeRecord(session, INFORMATION_REQUESTS, request, values);

export const insertEvents = (
  session: Session,
  unit: UnitRow,
  ...events: readonly Omit<RequestEventRow, "id">[]
): Promise<void> =>
  session.rows(REQUEST_EVENTS).insert(unit, ...events.map((event) => ({ ...event, id: newId() })));

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

/** The keys of a unit's numbers that begin alike. */
export async function numbersLike(session: Session, unitId: string, beginning: string): Promise<Set<string>> {
  const prefix = fold(beginning);
  const rows = await session.query<{ numberKey: string }>(
    sql`select r.number_key as numberKey from ${session.from(INFORMATION_REQUESTS, "r")}
        where r.unit_id = ${unitId} and substr(r.number_key, 1, ${lengthOf(prefix)}) = ${prefix}`,
  );
  return new Set(rows.map(({ numberKey }) => numberKey));
}
