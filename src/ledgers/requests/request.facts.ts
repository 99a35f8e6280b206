import type { CalendarDate } from "../../kernel/calendar-date.js";
import { raw, sql, type Sql } from "../../platform/db/index.js";
import { isLate } from "./clock/statutory-clock.js";
import type { RequestRow } from "./request.entity.js";
import { ENDED, UNDECIDED } from "./request.terms.js";

/**
 * What lists, counts, findings, activity and statistics say of requests: each thought once, as a condition on `r` and as a
 * function of a row. request.facts.test.ts holds the two against each other.
 */
interface Fact {
  readonly sql: Sql;
  readonly holds: (request: RequestRow) => boolean;
}

/** 条例 §31: a receipt that both sides have yet to confirm counts in no figure. */
export const COUNTS_AS_RECEIVED: Fact = {
  sql: sql`r.state <> 'REGISTERED'`,
  holds: ({ state }) => state !== "REGISTERED",
};

/** Still to be confirmed, decided, or served. */
export const PENDING: Fact = {
  // Uses the index on states: few requests are pending.
  sql: sql`r.state in ${[...UNDECIDED, "DECIDED"]}`,
  holds: ({ state }) => !ENDED.includes(state),
};

const CLOSED_UNSERVED = ["WITHDRAWN", "LAPSED"];

/**
 * The day on which the organ completed its part (国办公开办函〔2016〕235号): served directly, the day of the signature; by
 * post, the day of posting; online, the day it was sent. Withdrawn or lapsed requests need no service.
 */
export const settledOn = ({ state, decidedOn, servedOn }: RequestRow): CalendarDate | null =>
  CLOSED_UNSERVED.includes(state) ? decidedOn : servedOn;
const SETTLED_ON = sql`(case when r.state in ${CLOSED_UNSERVED} then r.decided_on else r.served_on end)`;

/** The due date passed before the organ completed its part, as of a day; without a due date nothing is late. */
export const late = (today: CalendarDate): Fact => ({
  sql: sql`(r.due_on is not null and coalesce(${SETTLED_ON}, ${today}) > r.due_on)`,
  holds: (request) => isLate(request.dueOn, settledOn(request), today),
});

/** Decided, and not late as of a day. */
export const onTime = (today: CalendarDate): Fact => ({
  sql: sql`(r.decided_on is not null and not ${late(today).sql})`,
  holds: (request) => request.decidedOn !== null && !late(today).holds(request),
});

/** Late, and still pending. */
export const overdue = (today: CalendarDate): Fact => ({
  sql: sql`(${PENDING.sql} and ${late(today).sql})`,
  holds: (request) => PENDING.holds(request) && late(today).holds(request),
});

/** The same for undecided requests, using only indexed columns. */
export const undecidedLate = (today: CalendarDate): Fact => ({
  sql: sql`(r.state in ${[...UNDECIDED]} and r.due_on is not null and r.due_on < ${today})`,
  holds: (request) => UNDECIDED.includes(request.state) && late(today).holds(request),
});

/** 待确认 */
export const UNCONFIRMED: Fact = {
  sql: raw("r.state = 'REGISTERED'"),
  holds: ({ state }) => state === "REGISTERED",
};
