import { formatScaled } from "../../kernel/decimal.js";
import { presentIndicator, type Indicator } from "../../forms/index.js";
import type { IndicatorType } from "../../forms/api.js";
import type { ComparisonColumnType } from "./comparison.types.js";
import { ascending, changes, median, ranks, ratioChanges, sumOf, total, type Figures } from "./statistics.js";
import type { IndicatorFigures } from "./year-figures.js";

/** One indicator in one year. Computed on demand: the ranks of 200 columns cost more than all else. */
export class Column implements ComparisonColumnType {
  readonly #indicator: Indicator;
  readonly #ratios: IndicatorFigures["ratios"];
  readonly #figures: Figures;
  readonly #before: () => IndicatorFigures;
  /** The scaled value of 1. */
  readonly #unit: number;
  #sorted: Float64Array | undefined;
  #values: Figures | undefined;
  #changes: Figures | undefined;
  #ranks: Figures | undefined;

  /** `before`: the figures of the previous year, of the same units in the same order. */
  constructor(
    indicator: Indicator,
    readonly year: number,
    figures: IndicatorFigures,
    before: () => IndicatorFigures,
  ) {
    this.#indicator = indicator;
    this.#ratios = figures.ratios;
    this.#figures = figures.values;
    this.#before = before;
    this.#unit = 10 ** indicator.scale;
  }

  get indicator(): IndicatorType {
    return presentIndicator(this.#indicator.code);
  }

  get values(): Figures {
    if (this.#unit === 1) return this.#figures;
    return (this.#values ??= this.#figures.map((figure) => figure && figure / this.#unit));
  }

  numerator(at: number): number | null {
    return this.#ratios?.[at]?.numerator ?? null;
  }

  denominator(at: number): number | null {
    return this.#ratios?.[at]?.denominator ?? null;
  }

  get changes(): Figures {
    const before = this.#before();
    return (this.#changes ??= this.#ratios
      ? ratioChanges(this.#ratios, before.ratios)
      : changes(this.#figures, before.values));
  }

  get ranks(): Figures {
    return (this.#ranks ??= ranks(this.#figures, this.#ascending));
  }

  get reported(): number {
    return this.#ascending.length;
  }

  get total(): string | null {
    if (this.#ratios || this.reported === 0) return null;
    return formatScaled(total(this.#figures), this.#indicator.scale);
  }

  get mean(): number | null {
    if (this.reported === 0) return null;
    const sum = this.#ratios ? sumOf(this.#figures) : Number(total(this.#figures));
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

  #shown(figure: number | null | undefined): number | null {
    return figure == null ? null : figure / this.#unit;
  }
}
