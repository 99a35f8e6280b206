import { formatScaled } from "../../kernel/decimal.js";
import { presentIndicator, type Indicator, type IndicatorType } from "../reports/index.js";
import type { ComparisonColumnType } from "./comparison.types.js";
import { ascending, change, median, ranks, sumOf, total, type Figures } from "./statistics.js";
import type { IndicatorFigures } from "./year-figures.js";

/** One indicator in one year. Nothing is computed before it is asked for: the ranks of 200 columns cost more than all else. */
export class Column implements ComparisonColumnType {
  readonly #indicator: Indicator;
  readonly #figures: IndicatorFigures;
  readonly #before: () => IndicatorFigures;
  /** Figures are kept as scaled integers, in which sums are exact. */
  readonly #unit: number;
  #sorted: Float64Array | undefined;
  #values: Figures | undefined;
  #changes: Figures | undefined;
  #ranks: Figures | undefined;

  constructor(
    indicator: Indicator,
    readonly year: number,
    figures: IndicatorFigures,
    before: () => IndicatorFigures,
  ) {
    this.#indicator = indicator;
    this.#figures = figures;
    this.#before = before;
    this.#unit = 10 ** indicator.scale;
  }

  get indicator(): IndicatorType {
    return presentIndicator(this.#indicator.code);
  }

  get values(): Figures {
    const { values } = this.#figures;
    if (this.#unit === 1) return values;
    return (this.#values ??= values.map((value) => value && value / this.#unit));
  }

  get numerators(): Figures {
    return this.#figures.numerators;
  }

  get denominators(): Figures {
    return this.#figures.denominators;
  }

  get changes(): Figures {
    if (this.#changes) return this.#changes;
    const before = this.#before().values;
    return (this.#changes = this.#figures.values.map((value, i) => change(value, before[i] ?? null)));
  }

  get ranks(): Figures {
    return (this.#ranks ??= ranks(this.#figures.values, this.#ascending));
  }

  get reported(): number {
    return this.#ascending.length;
  }

  get total(): string | null {
    if (this.#isRatio || this.reported === 0) return null;
    return formatScaled(total(this.#figures.values), this.#indicator.scale);
  }

  get mean(): number | null {
    if (this.reported === 0) return null;
    const sum = this.#isRatio ? sumOf(this.#figures.values) : Number(total(this.#figures.values));
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
    return (this.#sorted ??= ascending(this.#figures.values));
  }

  get #isRatio(): boolean {
    return this.#indicator.kind === "ratio";
  }

  #shown(figure: number | null | undefined): number | null {
    return figure == null ? null : figure / this.#unit;
  }
}
