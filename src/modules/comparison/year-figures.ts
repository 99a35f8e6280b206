import {
  evaluate,
  formatOf,
  unpack,
  type CellValues,
  type Evaluator,
  type Format,
} from "../reports/index.js";
import type { PackedVersion } from "./newest-version.read-model.js";
import type { Figures } from "./statistics.js";

/** One indicator of every unit, in the units' order; as the evaluators give it, that is, in scaled integers. */
export interface IndicatorFigures {
  readonly values: Figures;
  readonly numerators: Figures;
  readonly denominators: Figures;
}

interface Decoded {
  readonly format: Format;
  readonly values: CellValues;
}

/** Everybody's figures of one year: each report is decoded once, and not before the first question. */
export class YearFigures {
  readonly #versions: readonly (PackedVersion | undefined)[];
  readonly #known = new Map<string, IndicatorFigures>();
  #decoded: readonly (Decoded | null)[] | undefined;

  /** In the order of the units; undefined where a unit has no version. */
  constructor(versions: readonly (PackedVersion | undefined)[]) {
    this.#versions = versions;
  }

  of(code: string): IndicatorFigures {
    const known = this.#known.get(code) ?? this.#evaluate(code);
    this.#known.set(code, known);
    return known;
  }

  #evaluate(code: string): IndicatorFigures {
    const values: (number | null)[] = [];
    const numerators: (number | null)[] = [];
    const denominators: (number | null)[] = [];
    const evaluators = new Map<Format, Evaluator>();
    for (const report of this.#reports()) {
      const evaluator = report && (evaluators.get(report.format) ?? evaluate(report.format, code));
      if (report && evaluator) evaluators.set(report.format, evaluator);
      const figure = report && evaluator?.(report.values);
      values.push(figure?.value ?? null);
      numerators.push(figure?.numerator ?? null);
      denominators.push(figure?.denominator ?? null);
    }
    return { values, numerators, denominators };
  }

  #reports(): readonly (Decoded | null)[] {
    return (this.#decoded ??= this.#versions.map((version) => {
      if (!version) return null;
      const format = formatOf(version.format);
      return { format, values: unpack(format, version.cells) };
    }));
  }
}
