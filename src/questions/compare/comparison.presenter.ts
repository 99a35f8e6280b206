import { presentUnit } from "../../units/index.js";
import type { UnitType } from "../../units/api.js";
import type { Column } from "./column.js";
import type { ComparedRow, Comparison } from "./comparison.js";
import type { ComparisonRowType, CoverageType, ReportComparisonType } from "./comparison.types.js";
import type { Coverage } from "./coverage.js";
import type { Figures } from "./statistics.js";

export const presentComparison = (
  { tree, columns, rows, coverage }: Comparison,
  asOf: Date,
): ReportComparisonType => ({
  tree,
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

/** One row across all columns. A compiled query reads a property several times, so each list is made once. */
class PresentedRow implements ComparisonRowType {
  readonly unit: UnitType;
  readonly #at: number;
  readonly #columns: readonly Column[];
  readonly #made = new Map<keyof ComparisonRowType, Figures>();

  constructor({ unit, at }: ComparedRow, columns: readonly Column[]) {
    this.unit = presentUnit(unit);
    this.#at = at;
    this.#columns = columns;
  }

  get values(): Figures {
    return this.#across("values", (column, at) => column.values[at]);
  }
  get numerators(): Figures {
    return this.#across("numerators", (column, at) => column.numerator(at));
  }
  get denominators(): Figures {
    return this.#across("denominators", (column, at) => column.denominator(at));
  }
  get changes(): Figures {
    return this.#across("changes", (column, at) => column.changes[at]);
  }
  get ranks(): Figures {
    return this.#across("ranks", (column, at) => column.ranks[at]);
  }

  #across(
    name: keyof ComparisonRowType,
    figure: (column: Column, at: number) => number | null | undefined,
  ): Figures {
    const made = this.#made.get(name) ?? this.#columns.map((column) => figure(column, this.#at) ?? null);
    this.#made.set(name, made);
    return made;
  }
}
