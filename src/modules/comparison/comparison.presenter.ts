import { presentUnit, type UnitType } from "../units/index.js";
import type { Column } from "./column.js";
import type { ComparedRow, Comparison } from "./comparison.js";
import type { ComparisonRowType, CoverageType, ReportComparisonType } from "./comparison.types.js";
import type { Coverage } from "./coverage.js";
import type { Figures } from "./statistics.js";

export const presentComparison = (
  { columns, rows, coverage }: Comparison,
  asOf: Date,
): ReportComparisonType => ({
  columns,
  rows: rows.map((row) => new PresentedRow(row, columns)),
  coverage: coverage.map((ofYear) => presentCoverage(ofYear, asOf)),
});

export const presentCoverage = ({ missing, provisional, ...plain }: Coverage, asOf: Date): CoverageType => ({
  ...plain,
  missing: missing.map(presentUnit),
  provisional: provisional.map(presentUnit),
  asOf,
});

/** One place of every column, read when the field is selected. */
class PresentedRow implements ComparisonRowType {
  readonly #row: ComparedRow;
  readonly #columns: readonly Column[];

  constructor(row: ComparedRow, columns: readonly Column[]) {
    this.#row = row;
    this.#columns = columns;
  }

  get unit(): UnitType {
    return presentUnit(this.#row.unit);
  }
  get values(): Figures {
    return this.#across((column, at) => column.values[at]);
  }
  get numerators(): Figures {
    return this.#across((column, at) => column.numerator(at));
  }
  get denominators(): Figures {
    return this.#across((column, at) => column.denominator(at));
  }
  get changes(): Figures {
    return this.#across((column, at) => column.changes[at]);
  }
  get ranks(): Figures {
    return this.#across((column, at) => column.ranks[at]);
  }

  #across(figure: (column: Column, at: number) => number | null | undefined): Figures {
    const { at } = this.#row;
    return this.#columns.map((column) => figure(column, at) ?? null);
  }
}
