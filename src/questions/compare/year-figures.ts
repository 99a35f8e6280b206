import {
  evaluate,
  unpack,
  unpackStated,
  type CellValues,
  type Evaluated,
  type Format,
  type Indicator,
  type StatedValues,
  formatOf,
} from "../../forms/index.js";
import type { PackedVersion } from "./newest-version.read-model.js";
import type { Figures } from "./statistics.js";

/** One indicator of every unit, in the units' order. */
export interface IndicatorFigures {
  /** Scaled integers, so that sums are exact; fractions for ratios. */
  readonly values: Figures;
  /** Numerators and denominators, for ratios only. */
  readonly ratios: readonly Evaluated[] | null;
}

interface Decoded {
  /** Index into the year's formats. */
  readonly format: number;
  readonly values: CellValues;
}

const NOTHING: Evaluated = { value: null, numerator: null, denominator: null };

/**
 * Figures of all units in one year. Each report is decoded at once, where an unreadable row can raise an error;
 * figures computed later are read by a compiled query, which cannot catch errors.
 */
export class YearFigures {
  readonly #reports: readonly (Decoded | null)[];
  /** The forms of the versions; normally one a year. */
  readonly #formats: readonly Format[];
  readonly #versions: readonly (PackedVersion | undefined)[];
  /** Read only once an indicator of the texts is asked for. */
  #stated: readonly (StatedValues | null)[] | undefined;
  readonly #known = new Map<string, IndicatorFigures>();

  /** In the order of the units; undefined where a unit has no version. */
  constructor(versions: readonly (PackedVersion | undefined)[]) {
    this.#versions = versions;
    this.#formats = [...new Set(versions.flatMap((version) => version?.format ?? []))].map(formatOf);
    this.#reports = versions.map((version) => (version ? this.#decode(version) : null));
  }

  of(indicator: Indicator): IndicatorFigures {
    const known = this.#known.get(indicator.code) ?? this.#figuresOf(indicator);
    this.#known.set(indicator.code, known);
    return known;
  }

  /** Cells are read directly: an evaluator would create 10,000 objects for a district. */
  #figuresOf({ code, derived, kind, source }: Indicator): IndicatorFigures {
    if (source === "TEXT")
      return { values: this.#texts.map((stated) => stated?.get(code) ?? null), ratios: null };
    if (derived) return derivedFigures(this.#evaluate(code), kind === "ratio");
    const positions = this.#formats.map((format) => format.position(code) ?? -1);
    const values = this.#reports.map((report) => report?.values[positions[report.format] ?? -1] ?? null);
    return { values, ratios: null };
  }

  get #texts(): readonly (StatedValues | null)[] {
    return (this.#stated ??= this.#versions.map((version) =>
      version ? unpackStated(version.stated) : null,
    ));
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
