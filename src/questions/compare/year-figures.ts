import {
  evaluate,
  unpack,
  type CellValues,
  type Evaluated,
  type Format,
  type Indicator,
  formatOf,
} from "../../forms/index.js";
import type { PackedVersion } from "./newest-version.read-model.js";
import type { Figures } from "./statistics.js";

/** One indicator of every unit, in the units' order. */
export interface IndicatorFigures {
  /** Scaled integers, in which sums are exact; of a ratio fractions. */
  readonly values: Figures;
  /** The same with what was divided, for ratios only. */
  readonly ratios: readonly Evaluated[] | null;
}

interface Decoded {
  /** Index into the year's formats. */
  readonly format: number;
  readonly values: CellValues;
}

const NOTHING: Evaluated = { value: null, numerator: null, denominator: null };

/**
 * Everybody's figures of one year. Each report is decoded here and now, where a row that cannot be read becomes an
 * error: what is computed later is read by a compiled query, which has nobody to catch one.
 */
export class YearFigures {
  readonly #reports: readonly (Decoded | null)[];
  /** The forms that occur: one, as the form follows the year, but that is for the versions to say. */
  readonly #formats: readonly Format[];
  readonly #known = new Map<string, IndicatorFigures>();

  /** In the order of the units; undefined where a unit has no version. */
  constructor(versions: readonly (PackedVersion | undefined)[]) {
    this.#formats = [...new Set(versions.flatMap((version) => version?.format ?? []))].map(formatOf);
    this.#reports = versions.map((version) => (version ? this.#decode(version) : null));
  }

  of(indicator: Indicator): IndicatorFigures {
    const known = this.#known.get(indicator.code) ?? this.#figuresOf(indicator);
    this.#known.set(indicator.code, known);
    return known;
  }

  /** A cell of the form is read where it sits: an evaluator makes an object of each, and there are 10,000 in a district. */
  #figuresOf({ code, derived, kind }: Indicator): IndicatorFigures {
    if (derived) return derivedFigures(this.#evaluate(code), kind === "ratio");
    const positions = this.#formats.map((format) => format.position(code) ?? -1);
    const values = this.#reports.map((report) => report?.values[positions[report.format] ?? -1] ?? null);
    return { values, ratios: null };
  }

  #evaluate(code: string): readonly Evaluated[] {
    const evaluators = this.#formats.map((format) => evaluate(format, code));
    return this.#reports.map((report) => (report && evaluators[report.format]?.(report.values)) ?? NOTHING);
  }

  #decode({ format, cells }: PackedVersion): Decoded {
    const known = formatOf(format);
    return { format: this.#formats.indexOf(known), values: unpack(known, cells) };
  }
}

const derivedFigures = (evaluated: readonly Evaluated[], isRatio: boolean): IndicatorFigures => ({
  values: evaluated.map(({ value }) => value),
  ratios: isRatio ? evaluated : null,
});
