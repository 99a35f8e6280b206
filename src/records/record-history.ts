import type { Call } from "../access/index.js";
import {
  append,
  changesBetween,
  type Changes,
  type PersonalChanges,
  type SubjectType,
} from "../history/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { UnitRow } from "../units/index.js";
import type { Step } from "./workflow.js";

export interface RecordRow {
  readonly id: string;
  readonly unitId: string;
  /** Counts the changes, from 1. */
  readonly revision: number;
}

/** The history of one change of a record; the values before and after are those of its row. */
export interface RecordChange {
  /** The day on which it happened, which may lie before the day on which it was recorded. */
  readonly on: CalendarDate;
  readonly note: string | null;
  /** What else the history keeps. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Columns that the history does not keep as they are: not at all, by a digest, or in other words. */
export interface Told<Row> {
  readonly omitted?: readonly (keyof Row)[];
  readonly personal?: readonly (keyof Row)[];
  readonly worded?: { readonly [Column in keyof Row]?: (value: Row[Column]) => readonly string[] };
}

/** Of every record: what the entry says itself, and what never changes. */
const OMITTED: readonly string[] = ["id", "unitId", "revision", "createdAt"];

interface RowChanges {
  readonly changes: Changes;
  readonly personal?: PersonalChanges;
}

/** What the history keeps of two states of a row; `{}` stands for a record that is not there yet or no more. */
export function rowChanges<Row extends RecordRow>(
  { omitted = [], personal = [], worded = {} }: Told<Row>,
  before: Partial<Row>,
  after: Partial<Row>,
): RowChanges {
  const said = (row: Partial<Row>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const words = worded[column as keyof Row] as ((value: unknown) => readonly string[]) | undefined;
        return [column, words && value !== undefined ? words(value) : value];
      }),
    );
  // Of a row that was changed, what is undefined was left as it was.
  const left = (column: string): boolean => column in after && after[column as keyof Row] === undefined;
  const all = Object.entries(changesBetween(said(before), said(after))).filter(([column]) => !left(column));
  const within = (columns: readonly unknown[]) => all.filter(([column]) => columns.includes(column));
  const aside: readonly unknown[] = [...OMITTED, ...omitted, ...personal];
  const people = within(personal);
  return {
    changes: Object.fromEntries(all.filter(([column]) => !aside.includes(column))),
    ...(people.length > 0 && { personal: Object.fromEntries(people) as PersonalChanges }),
  };
}

interface Remembered<Row> {
  readonly unit: UnitRow;
  /** The revision that came of the change, of the record's row or what its row was. */
  readonly id: string;
  readonly revision: number;
  readonly before: Partial<Row>;
  readonly after: Partial<Row>;
  /** Absent: the record is new, and the call's own operation entered it. */
  readonly step?: Pick<Step, "mutation" | "entry">;
}

/** Writes down how the record's latest revision came about, under the name of the step. */
export function remember<Row extends RecordRow>(
  call: Call,
  { type, told = {} }: { readonly type: SubjectType; readonly told?: Told<Row> },
  { unit, id, revision, before, after, step }: Remembered<Row>,
  { on, note, details }: RecordChange,
): void {
  const operation = step ? (step.entry ?? step.mutation) : call.operation;
  append(call, {
    ...{ unit, subject: { type, id }, operation, on, revision, reason: note },
    ...rowChanges(told, before, after),
    ...(details && { details }),
  });
}
