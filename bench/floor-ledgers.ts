// The floor's answers over the ledgers.
import { dateInShanghai, type CalendarDate } from "../src/kernel/calendar-date.js";
import type { WorkingCalendar } from "../src/kernel/working-calendar.js";
import { REQUEST_OUTCOMES } from "../src/ledgers/requests/index.js";
import { medianOf } from "../src/ledgers/requests/api.js";
import { chineseCalendar } from "../src/platform/calendar/chinese-calendar.js";

type Row = Readonly<Record<string, unknown>>;
type Results = readonly (readonly unknown[])[];

/** The rows that have these columns: ledgers are read side by side, in no order of their own. */
const rowsWith = (results: Results, ...columns: readonly string[]): readonly Row[] =>
  (results as readonly (readonly Row[])[])
    .filter(([first]) => first !== undefined && columns.every((column) => column in first))
    .flat();

function byUnit(rows: readonly Row[]): (unitId: unknown) => readonly Row[] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.unitId);
    if (group) group.push(row);
    else groups.set(row.unitId, [row]);
  }
  return (unitId) => groups.get(unitId) ?? [];
}

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

/** Nothing is worked out: the tables, the rules and the answer are as the calls before left them. */
export const derivedReport = (_results: Results, revision: number): object => ({
  deriveReport: { report: { revision: revision + 1, status: "DRAFT" }, changed: [], problems: [] },
});

const calendar = chineseCalendar();

/** The clock without its reckoning: the due date that is kept for lists, and two looks at the calendar. */
export function dueList(results: Results): object {
  const today = dateInShanghai(new Date());
  const codes = new Map(rowsWith(results, "id", "code", "path").map(({ id, code }) => [id, code]));
  const nodes = rowsWith(results, "orderedBy")
    .slice(0, 100)
    .map(({ number, subject, state, unitId, dueOn }) => ({
      number,
      subject,
      state,
      unit: { code: codes.get(unitId) },
      clock: clockOf(String(dueOn), today, calendar),
    }));
  const totalCount = sumOf(rowsWith(results, "total"), "total");
  return { unit: { requests: { totalCount, nodes } } };
}

const clockOf = (dueOn: CalendarDate, today: CalendarDate, days: WorkingCalendar): object => ({
  dueOn,
  workingDaysLeft: dueOn < today ? -days.between(dueOn, today) : days.between(today, dueOn),
  overdue: today > dueOn,
});

export function activity(results: Results): object {
  const received = byUnit(rowsWith(results, "applicantKind", "count"));
  const decided = byUnit(rowsWith(results, "usedDays", "onTime"));
  const open = byUnit(rowsWith(results, "open", "undecidedOverdue"));
  const published = byUnit(rowsWith(results, "channels", "items"));
  const remedies = byUnit(rowsWith(results, "ruling", "count"));
  const proposals = byUnit(rowsWith(results, "resultClass", "count"));
  // After the session and the unit that they are below.
  const units = results[2] as readonly Row[];
  const nodes = units.map(({ id, code }) => ({
    code,
    activity: {
      requests: requestsOf(received(id), decided(id), open(id)),
      disclosures: { total: sumOf(published(id), "items") },
      remedies: { lodged: inWay(remedies(id), "lodged"), pending: inWay(remedies(id), "pending") },
      proposals: proposalsOf(proposals(id)),
    },
  }));
  return { units: { nodes } };
}

const OUTCOMES = Object.keys(REQUEST_OUTCOMES);

function requestsOf(received: readonly Row[], decided: readonly Row[], open: readonly Row[]): object {
  const counts = new Map<unknown, number>();
  for (const { outcome, count } of decided) counts.set(outcome, (counts.get(outcome) ?? 0) + Number(count));
  return {
    received: sumOf(received, "count"),
    decided: sumOf(decided, "count"),
    open: sumOf(open, "open"),
    undecidedOverdue: sumOf(open, "undecidedOverdue"),
    decidedOnTime: sumOf(decided, "onTime"),
    medianWorkingDays: medianOf(
      decided.map(({ usedDays, count }) => ({ usedDays: Number(usedDays), count: Number(count) })),
    ),
    byOutcome: OUTCOMES.filter((key) => counts.has(key)).map((key) => ({ key, count: counts.get(key) })),
  };
}

const inWay = (rows: readonly Row[], way: string): number =>
  sumOf(
    rows.filter((row) => row.way === way),
    "count",
  );

function proposalsOf(groups: readonly Row[]): object {
  const answered = groups.filter((group) => group.role === "LEAD" && Number(group.answered) === 1);
  return { assigned: sumOf(groups, "count"), answered: sumOf(answered, "count") };
}
