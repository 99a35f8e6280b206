import { text, type Text } from "../kernel/text.js";
import type { UnitKind } from "../units/index.js";
import type { FigureKind, TableKey } from "./format.js";

/** A column of a form; `path` holds the headings above it. */
export interface ColumnSpec {
  readonly key: string;
  readonly label: string;
  readonly name: Text;
  readonly path: readonly string[];
  readonly kind: FigureKind;
  /** The columns whose sum this one is; empty: none. */
  readonly sumOf: readonly string[];
}

/** A row of a form. The cells of a form are its rows times their columns, in that order. */
export interface RowSpec {
  readonly key: string;
  readonly table: TableKey;
  readonly block: string | null;
  readonly path: readonly string[];
  readonly label: string;
  readonly name: Text;
  readonly unit: string;
  readonly columns: readonly ColumnSpec[];
  /** The rows whose sum this one is, column by column; empty: none. */
  readonly sumOf: readonly string[];
  readonly onlyFor: readonly UnitKind[] | null;
  readonly basis: string | null;
}

/** A plain column: its own label is its short name. */
export const column = (
  key: string,
  label: string,
  en: string,
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({
  key,
  label,
  name: text(label, en),
  path: [],
  kind: "count",
  sumOf: [],
  ...more,
});

/** Makes rows of a table: counts in 件, printed under their Chinese name; differences are given in `more`. */
export const rowsOf =
  (table: TableKey) =>
  (key: string, name: Text, columns: readonly ColumnSpec[], more: Partial<RowSpec> = {}): RowSpec => ({
    key: `${table}.${key}`,
    table,
    label: name.zh,
    name,
    columns,
    block: null,
    path: [],
    unit: "件",
    sumOf: [],
    onlyFor: null,
    basis: null,
    ...more,
  });
