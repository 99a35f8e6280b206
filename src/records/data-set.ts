import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Text } from "../kernel/text.js";
import type { Session, Sql, TenantTable } from "../platform/db/index.js";
import type { UnitKind, UnitRow } from "../units/index.js";

/** A value as the database has it. */
export type Value = number | string;

/** What one record, or many alike, have in the columns that were read. */
export type Columns = Readonly<Record<string, Value | null>>;

/** One value of a dimension as it is shown; `place` is where it stands among the others. */
export interface Key {
  /** null: the record has no value there. */
  readonly key: string | null;
  readonly label: Text;
  readonly place: Value;
}

/** What is counted, and by which unit: 件. */
export interface Counted {
  readonly label: Text;
  readonly unit: string;
}

/** What is measured, and in which unit: 天. */
export interface MeasuredField extends Counted {
  readonly key: string;
}

/** A column of the grouped statement, over the ledger's row `r`. Columns of the same name are read once. */
export interface Column {
  readonly name: string;
  readonly sql: Sql;
  /** Typed text: distinguished by bytes, whatever the collation. */
  readonly typed?: boolean;
}

/** Lookups for dimensions beyond the row. */
export interface Known {
  unit(id: string): UnitRow;
  /** The unit itself or the nearest above it of that kind. */
  ofKind(unit: UnitRow, kind: UnitKind): UnitRow | null;
  /** The category of a name in the unit's catalogue. */
  category(unitId: string, name: string): string;
}

/** Reads how the units that meet a condition on `r` name their categories. */
type CategoriesOf = (session: Session, condition: Sql) => Promise<Known["category"]>;

export type Need = "units" | "above" | CategoriesOf;

export interface LedgerDimension {
  readonly label: Text;
  /** `date` is the column for dimensions of time. */
  readonly columns: (date: string) => readonly Column[];
  readonly needs?: Need;
  readonly keys: (known: Known) => (columns: Columns) => readonly Key[];
  /** Of a dimension of time: the key of the same time a year before. */
  readonly yearBefore?: (key: string) => string;
}

export interface LedgerField extends MeasuredField {
  /** True if the values are numbers; of labels only the number of different values can be computed. */
  readonly numeric: boolean;
  /** The columns from which the field is computed; null if one of them is null. */
  readonly columns: readonly Column[];
  readonly valueOf: (values: readonly Value[]) => Value;
}

/** Figures of the ledger that published reports contain, by unit and year: they need no protection. */
export interface PublishedTable {
  readonly basis: string;
  /** The feed of the table: see each ledger's feed. */
  readonly ledger: "requests" | "remedies";
  readonly phase: string;
  /** The dimensions of one cell, at most two. */
  readonly by: readonly string[];
  /** Dimensions that add up such cells, and the filters over them. */
  readonly dimensions: readonly string[];
  readonly filters: readonly string[];
}

/** One ledger for statistics, as data. */
export interface LedgerDataSet<
  Dimension extends string = string,
  Field extends string = string,
  Where = object,
  Basis extends string = string,
> {
  readonly counted: Counted;
  readonly table: TenantTable<{ unitId: string }>;
  /** Condition on rows that count. */
  readonly counts: Sql;
  /** Dates by which a record belongs to a year; the first is the default. A record without the date does not count. */
  readonly dates: Readonly<Record<Basis, { readonly column: string; readonly label: Text }>>;
  readonly dimensions: Readonly<Record<Dimension, LedgerDimension>>;
  readonly fields: Readonly<Record<Field, LedgerField>>;
  readonly conditions: (where: Where, date: string, today: CalendarDate) => readonly Sql[];
  readonly published: readonly PublishedTable[];
  /** Filters that list values, with their dimension. */
  readonly listed: Readonly<Record<string, Dimension>>;
  /** Filters by spans of days, with their column. */
  readonly spans: Readonly<Record<string, string>>;
  /** True if the records concern applicants: then small counts are protected from outsiders. */
  readonly ofPeople: boolean;
}
