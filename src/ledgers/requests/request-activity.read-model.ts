import { raw, sql, type Session, type Sql } from "../../platform/db/index.js";
import { countedBy, type Period } from "../../records/index.js";
import { medianOf } from "./request-activity.js";
import { INFORMATION_REQUESTS } from "./request.entity.js";
import { COUNTS_AS_RECEIVED, onTime, UNCONFIRMED, undecidedLate } from "./request.facts.js";
import type { RequestActivityType } from "./request.types.js";

interface ReceivedGroup {
  readonly unitId: string;
  readonly applicantKind: string;
  readonly count: number;
}

interface DecidedGroup {
  readonly unitId: string;
  readonly outcome: string | null;
  readonly usedDays: number;
  readonly count: number;
  readonly onTime: number;
}

interface OpenCounts {
  readonly unitId: string;
  readonly open: number;
  readonly undecidedOverdue: number;
  readonly unconfirmed: number;
}

const within = (column: string, { from, to }: Period): Sql =>
  sql`${raw(column)} >= ${from} and ${raw(column)} <= ${to}`;

const all = (session: Session, unitIds: readonly string[]): Sql =>
  sql`from ${session.from(INFORMATION_REQUESTS, "r")} where r.unit_id in ${[...unitIds]}`;

const counted = (session: Session, unitIds: readonly string[]): Sql =>
  sql`${all(session, unitIds)} and ${COUNTS_AS_RECEIVED.sql}`;

const receivedIn = (session: Session, unitIds: readonly string[], period: Period): Promise<ReceivedGroup[]> =>
  session.query<ReceivedGroup>(
    sql`select r.unit_id as unitId, r.applicant_kind as applicantKind, count(*) as count
        ${counted(session, unitIds)} and ${within("r.counted_on", period)} group by r.unit_id, r.applicant_kind`,
  );

const decidedIn = (
  session: Session,
  unitIds: readonly string[],
  period: Period,
  today: string,
): Promise<DecidedGroup[]> =>
  session.query<DecidedGroup>(
    sql`select r.unit_id as unitId, r.outcome, r.used_days as usedDays, count(*) as count,
          sum(case when ${onTime(today).sql} then 1 else 0 end) as onTime
        ${counted(session, unitIds)} and ${within("r.decided_on", period)}
        group by r.unit_id, r.outcome, r.used_days`,
  );

function openAt(
  session: Session,
  unitIds: readonly string[],
  { to }: Period,
  today: string,
): Promise<OpenCounts[]> {
  const due = to < today ? to : today;
  return session.query<OpenCounts>(
    sql`select r.unit_id as unitId, count(*) as open,
          sum(case when ${undecidedLate(due).sql} then 1 else 0 end) as undecidedOverdue,
          sum(case when ${UNCONFIRMED.sql} then 1 else 0 end) as unconfirmed
        ${all(session, unitIds)} and r.counted_on <= ${to} and (r.decided_on is null or r.decided_on > ${to})
        group by r.unit_id`,
  );
}

/** Units' requests over a period, by unit. Three statements, whatever their number. */
export async function requestActivityOf(
  session: Session,
  unitIds: readonly string[],
  period: Period,
  today: string,
): Promise<(unitId: string) => RequestActivityType> {
  const received = await receivedIn(session, unitIds, period);
  const decided = await decidedIn(session, unitIds, period, today);
  const open = await openAt(session, unitIds, period, today);
  return (unitId) => {
    const mine = <Row extends { readonly unitId: string }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.unitId === unitId);
    return activityOf(mine(received), mine(decided), mine(open)[0]);
  };
}

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + Number(value(row)), 0);

function activityOf(
  received: readonly ReceivedGroup[],
  decided: readonly DecidedGroup[],
  open: OpenCounts | undefined,
): RequestActivityType {
  const numbered = <Row extends { readonly count: number }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, count: Number(row.count) }));
  return {
    received: sumOf(received, ({ count }) => count),
    decided: sumOf(decided, ({ count }) => count),
    open: Number(open?.open ?? 0),
    undecidedOverdue: Number(open?.undecidedOverdue ?? 0),
    unconfirmed: Number(open?.unconfirmed ?? 0),
    decidedOnTime: sumOf(decided, ({ onTime }) => onTime),
    medianWorkingDays: medianOf(numbered(decided)),
    outcomes: countedBy(numbered(decided), ({ outcome }) => outcome),
    applicants: countedBy(numbered(received), ({ applicantKind }) => applicantKind),
  };
}
