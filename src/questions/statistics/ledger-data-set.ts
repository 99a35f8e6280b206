import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { Text } from "../../kernel/text.js";
import type { Sql, TenantTable } from "../../platform/db/index.js";
import type { UnitKind, UnitRow } from "../../units/index.js";
import type { Axis, Columns, Key, Value, Counted, MeasuredField } from "../answer/index.js";

/** A column of the grouped statement, over the ledger's row `r`. Those of one name are read once. */
export interface Column {
  readonly name: string;
  readonly sql: Sql;
  /** Text that people typed: told apart by its bytes, whatever the collation. */
  readonly typed?: boolean;
}

/** What a dimension may look up besides the row. */
export interface Known {
  unit(id: string): UnitRow;
  /** The unit itself or the nearest above it of that kind. */
  ofKind(unit: UnitRow, kind: UnitKind): UnitRow | null;
  /** The category that a unit's catalogue puts a name in. */
  category(unitId: string, name: string): string;
}
export type Need = "units" | "above" | "categories";

export interface LedgerDimension {
  readonly label: Text;
  /** `date` is the column that times go by. */
  readonly columns: (date: string) => readonly Column[];
  readonly needs?: Need;
  readonly keys: (known: Known) => (columns: Columns) => readonly Key[];
  readonly yearBefore?: Axis["yearBefore"];
}

export interface LedgerField extends MeasuredField {
  /** Numbers can be measured; of labels only the different ones be counted. */
  readonly numeric: boolean;
  /** Whose values, together, give the field's; one of them null: there is none. */
  readonly columns: readonly Column[];
  readonly valueOf: (values: readonly Value[]) => Value;
}

/** What a published report tells of the ledger, by unit and year: nothing of it needs protection. */
export interface PublishedTable {
  readonly basis: string;
  /** The feed of the table: see each ledger's feed. */
  readonly ledger: "requests" | "remedies";
  readonly phase: string;
  /** The dimensions of one cell, at most two. */
  readonly by: readonly string[];
  /** Those that add up such cells, and the filters over them. */
  readonly dimensions: readonly string[];
  readonly filters: readonly string[];
}

/** One ledger as it is asked about, as data. */
export interface LedgerDataSet<
  Dimension extends string = string,
  Field extends string = string,
  Where = unknown,
  Basis extends string = string,
> {
  readonly counted: Counted;
  readonly table: TenantTable<{ unitId: string }>;
  /** Which rows count at all. */
  readonly counts: Sql;
  /** By which date a record belongs to a year; the first is the default. What lacks it does not count. */
  readonly dates: Readonly<Record<Basis, { readonly column: string; readonly label: Text }>>;
  readonly dimensions: Readonly<Record<Dimension, LedgerDimension>>;
  readonly fields: Readonly<Record<Field, LedgerField>>;
  readonly conditions: (where: Where, date: string, today: CalendarDate) => readonly Sql[];
  readonly published: readonly PublishedTable[];
  /** Filters that list values, and the dimension whose values they are. */
  readonly listed: Readonly<Record<string, Dimension>>;
  /** Filters that are spans of days, and the column that they look at. */
  readonly spans: Readonly<Record<string, string>>;
  /** Does it tell of people who asked? Then few of them are hidden from outsiders. */
  readonly ofPeople: boolean;
}
