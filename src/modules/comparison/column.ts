import { formatScaled } from "../../kernel/decimal.js";
import { presentIndicator, type Evaluated, type Indicator, type IndicatorType } from "../reports/index.js";
import type { ComparisonColumnType } from "./comparison.types.js";
import { ascending, change, median, ranks, sumOf, total, type Figures } from "./statistics.js";

/** One indicator in one year. Nothing is computed before it is asked for: the ranks of 200 columns cost more than all else. */
export class Column implements ComparisonColumnType {
  readonly #indicator: Indicator;
  readonly #evaluated: readonly Evaluated[];
  readonly #yearBefore: () => readonly Evaluated[];
  /** As the evaluators give them: scaled integers, in which sums are exact, or fractions. */
  readonly #figures: Figures;
  readonly #unit: number;
  #sorted: Float64Array | undefined;
  #values: Figures | undefined;
  #changes: Figures | undefined;
  #ranks: Figures | undefined;

  /** Both years hold the units in one order; the earlier is evaluated only when changes are asked for. */
  constructor(
    indicator: Indicator,
    readonly year: number,
    evaluated: readonly Evaluated[],
    yearBefore: () => readonly Evaluated[],
  ) {
    this.#indicator = indicator;
    this.#evaluated = evaluated;
    this.#yearBefore = yearBefore;
    this.#figures = evaluated.map(({ value }) => value);
    this.#unit = 10 ** indicator.scale;
  }

  get indicator(): IndicatorType {
    return presentIndicator(this.#indicator.code);
  }

  get values(): Figures {
    if (this.#unit === 1) return this.#figures;
    return (this.#values ??= this.#figures.map((figure) => figure && figure / this.#unit));
  }

  /** At one unit; of ratios only. */
  numerator(at: number): number | null {
    return this.#evaluated[at]?.numerator ?? null;
  }

  denominator(at: number): number | null {
    return this.#evaluated[at]?.denominator ?? null;
  }

  get changes(): Figures {
    return (this.#changes ??= this.#yearBefore().map(({ value }, i) =>
      change(this.#figures[i] ?? null, value),
    ));
  }

  get ranks(): Figures {
    return (this.#ranks ??= ranks(this.#figures, this.#ascending));
  }

  get reported(): number {
    return this.#ascending.length;
  }

  get total(): string | null {
    if (this.#isRatio || this.reported === 0) return null;
    return formatScaled(total(this.#figures), this.#indicator.scale);
  }

  get mean(): number | null {
    if (this.reported === 0) return null;
    const sum = this.#isRatio ? sumOf(this.#figures) : Number(total(this.#figures));
    return sum / this.reported / this.#unit;
  }

  get median(): number | null {
    return this.#shown(median(this.#ascending));
  }

  get minimum(): number | null {
    return this.#shown(this.#ascending[0]);
  }

  get maximum(): number | null {
    return this.#shown(this.#ascending.at(-1));
  }

  get #ascending(): Float64Array {
    return (this.#sorted ??= ascending(this.#figures));
  }

  get #isRatio(): boolean {
    return this.#indicator.kind === "ratio";
  }

  #shown(figure: number | null | undefined): number | null {
    return figure == null ? null : figure / this.#unit;
  }
}
