import type { CalendarDate } from "../../../kernel/calendar-date.js";
import type { Text } from "../../../kernel/text.js";
import type { Sql, TenantTable } from "../../../platform/db/index.js";
import type { UnitKind, UnitRow } from "../../units/index.js";
import type { Axis, Columns, Key, Value } from "../statistics/grouping.js";
import type { Counted } from "../statistics/describe-measure.js";
import type { MeasuredField } from "../statistics/measure.js";

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
  /** Does it tell of people who asked? Then few of them are hidden from outsiders. */
  readonly ofPeople: boolean;
}
