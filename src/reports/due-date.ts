import type { CalendarDate } from "../kernel/calendar-date.js";
import { sql, type Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";
import type { ReportScope } from "./report-status.js";

/** 条例 §49: a department's own report by 31 January, a government's by 31 March, of the year after. */
const STATUTORY: Readonly<Record<ReportScope, string>> = { OWN: "01-31", SYSTEM: "03-31" };

export const statutoryDueOn = (year: number, scope: ReportScope): CalendarDate =>
  `${year + 1}-${STATUTORY[scope]}`;

interface Deadline {
  readonly path: string;
  readonly dueOn: CalendarDate;
}

/** For each unit's path, the date its nearest government above set for the year, else the statute's. One statement. */
export async function dueDates(
  session: Session,
  year: number,
  scope: ReportScope,
): Promise<(unit: Pick<UnitRow, "path">) => CalendarDate> {
  const statutory = statutoryDueOn(year, scope);
  if (scope === "SYSTEM") return () => statutory;
  const deadlines = await session.query<Deadline>(
    sql`select u.path, d.due_on as dueOn from filing_deadlines d join units u on u.id = d.unit_id
        where d.year = ${year} order by u.path desc`,
  );
  // Longest path first: the nearest government decides.
  return (unit) => deadlines.find(({ path }) => unit.path.startsWith(path))?.dueOn ?? statutory;
}
