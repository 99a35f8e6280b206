import { allOf, anyOf, raw, sql, type Session, type Sql } from "../../platform/db/index.js";
import { HISTORY, storeEntries, type HistoryRow } from "../../history/index.js";
import { groupedBy } from "../../platform/loaders/index.js";
import {
  among,
  dueFirst,
  having,
  type Listing,
  type ListOrder,
  newestFirst,
  oldestFirst,
  withinRange,
} from "../../records/index.js";
import {
  INFORMATION_REQUESTS,
  REQUEST_APPLICANTS,
  type RequestEventRow,
  type RequestRow,
} from "./request.entity.js";
import { type ApplicantKind, type RequestOutcome, type RequestState, ENDED } from "./request.terms.js";
import { COUNTS_AS_RECEIVED, overdue, PENDING, UNCONFIRMED } from "./request.facts.js";
import { requestEvent } from "./request.store.js";

const COLUMNS = raw(
  `r.id, r.unit_id as unitId, r.number, r.subject, r.applicant_kind as applicantKind,
   r.receipt_channel as receiptChannel, r.arrived_on as arrivedOn, r.received_on as receivedOn,
   r.counted_on as countedOn, r.split_from_id as splitFromId, r.state, r.outcome, r.article,
   r.document_number as documentNumber, r.decided_on as decidedOn, r.served_on as servedOn,
   r.decision_arrived_on as decisionArrivedOn, r.terms_id as termsId, r.due_on as dueOn,
   r.provisional, r.used_days as usedDays, r.revision, r.created_at as createdAt`,
);

interface Range {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A filter with concrete days, so that equal lists of several units are read together. */
export interface RequestListFilter {
  readonly received?: Range | null;
  readonly decided?: Range | null;
  readonly states?: readonly RequestState[] | null;
  readonly outcomes?: readonly RequestOutcome[] | null;
  readonly applicantKinds?: readonly ApplicantKind[] | null;
  readonly overdue?: boolean | null;
  readonly unconfirmed?: boolean | null;
  readonly pending?: boolean | null;
  readonly dueBefore?: string | null;
  /** Due from the first to the last of these days, and something still to be done. */
  readonly dueSoon?: { readonly from: string; readonly to: string } | null;
  readonly text?: string | null;
  readonly today: string;
  /** The first due first where the filter asks for what is due, else the newest first. */
  readonly orderBy?: keyof typeof REQUEST_ORDERS | null;
}

const COUNTED = ["r.counted_on", "收到日期", "by the day on which they were received or split off"] as const;
export const REQUEST_ORDERS = {
  RECEIVED_DESC: newestFirst(...COUNTED),
  RECEIVED_ASC: oldestFirst(...COUNTED),
  DUE_ASC: dueFirst("r.due_on", "答复期限", "by the day on which the answer is due"),
};

/** Where the condition leaves out what is not due: the index serves the order. */
const BY_DUE_DATE: ListOrder = { ...REQUEST_ORDERS.DUE_ASC, by: "r.due_on" };

export function requestListing(filter: RequestListFilter): Listing {
  const { dueBefore, dueSoon, text, today, orderBy } = filter;
  const byDueDate = filter.overdue === true || dueBefore != null || dueSoon != null;
  const where = allOf([
    ...countedWithin(filter.received),
    ...withinRange("r.decided_on", filter.decided),
    ...among("r.state", filter.states),
    ...among("r.outcome", filter.outcomes),
    ...among("r.applicant_kind", filter.applicantKinds),
    ...(text ? [anyOf([...having("r.subject_key", text), ...having("r.number_key", text)])] : []),
    ...(byDueDate ? [raw("r.due_on is not null")] : []),
    ...being(overdue(today).sql, filter.overdue),
    ...being(UNCONFIRMED.sql, filter.unconfirmed),
    ...being(PENDING.sql, filter.pending),
    ...(dueBefore ? [PENDING.sql, sql`r.due_on < ${dueBefore}`] : []),
    ...(dueSoon ? [PENDING.sql, ...withinRange("r.due_on", dueSoon)] : []),
  ]);
  return {
    table: INFORMATION_REQUESTS,
    columns: COLUMNS,
    where,
    order:
      byDueDate && (orderBy ?? "DUE_ASC") === "DUE_ASC"
        ? BY_DUE_DATE
        : REQUEST_ORDERS[orderBy ?? "RECEIVED_DESC"],
  };
}

const being = (condition: Sql, wanted: boolean | null | undefined): Sql[] =>
  wanted == null ? [] : [wanted ? condition : sql`not (${condition})`];

/** By the day from which a request counts: its receipt, or the split that created it. */
const countedWithin = (range: Range | null | undefined): Sql[] => {
  const days = withinRange("r.counted_on", range);
  return days.length > 0 ? [COUNTS_AS_RECEIVED.sql, ...days] : [];
};

/** A request with its events, oldest first. */
export interface RequestFile {
  readonly request: RequestRow;
  readonly events: readonly RequestEventRow[];
}

/** All that meet a condition on `r`, with their events. Two statements. */
export async function requestFiles(session: Session, condition: Sql): Promise<RequestFile[]> {
  const requests = await session.query<Omit<RequestRow, "provisional"> & { provisional: number }>(
    sql`select ${COLUMNS} from ${session.from(INFORMATION_REQUESTS, "r")} where ${condition} order by r.id`,
  );
  await storeEntries(session);
  const steps = session.from(HISTORY, "h");
  const events = await session.query<HistoryRow>(
    sql`select h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.operation,
          h.subject_id as subjectId, h.revision, h.reason, h.details
        from ${steps} join ${session.from(INFORMATION_REQUESTS, "r")}
          on h.subject_type = 'InformationRequest' and h.subject_id = r.id and h.unit_id = r.unit_id
        where h.revision is not null and ${condition} order by h.subject_id, h.revision`,
  );
  const ids = requests.map(({ id }) => id);
  const ofEach = groupedBy(ids, events.map(requestEvent), ({ requestId }) => requestId);
  return requests.map((request, i) => ({
    request: { ...request, provisional: Boolean(request.provisional) },
    events: ofEach[i] ?? [],
  }));
}

/** Those of a unit that ended before a day and still have their applicant's personal data. */
export async function endedWithApplicant(
  session: Session,
  unitId: string,
  before: string,
): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    sql`select r.id from ${session.from(INFORMATION_REQUESTS, "r")}
        join ${session.from(REQUEST_APPLICANTS, "a")} on a.request_id = r.id
        where r.unit_id = ${unitId} and r.state in ${["DECIDED", ...ENDED]}
          and coalesce(r.served_on, r.decided_on) < ${before}
        order by r.id`,
  );
  return rows.map(({ id }) => id);
}

export async function unitIdsWithApplicants(session: Session): Promise<string[]> {
  const rows = await session.query<{ unitId: string }>(
    sql`select distinct a.unit_id as unitId from ${session.from(REQUEST_APPLICANTS, "a")}`,
  );
  return rows.map(({ unitId }) => unitId);
}
