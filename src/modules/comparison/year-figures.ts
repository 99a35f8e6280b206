import { evaluate, formatOf, unpack, type CellValues, type Evaluated } from "../reports/index.js";
import type { PackedVersion } from "./newest-version.read-model.js";

interface Decoded {
  /** Index into the year's formats. */
  readonly format: number;
  readonly values: CellValues;
}

const NOTHING: Evaluated = { value: null, numerator: null, denominator: null };

/** Everybody's figures of one year: each report is decoded once, and not before the first question. */
export class YearFigures {
  readonly #versions: readonly (PackedVersion | undefined)[];
  /** The codes of the forms that occur: one, as a form follows its year, but that is for the versions to say. */
  readonly #formats: readonly string[];
  readonly #known = new Map<string, readonly Evaluated[]>();
  #decoded: readonly (Decoded | null)[] | undefined;

  /** In the order of the units; undefined where a unit has no version. */
  constructor(versions: readonly (PackedVersion | undefined)[]) {
    this.#versions = versions;
    this.#formats = [...new Set(versions.flatMap((version) => version?.format ?? []))];
  }

  /** One indicator of every unit, in the units' order. */
  of(code: string): readonly Evaluated[] {
    const known = this.#known.get(code) ?? this.#evaluate(code);
    this.#known.set(code, known);
    return known;
  }

  #evaluate(code: string): readonly Evaluated[] {
    const evaluators = this.#formats.map((format) => evaluate(formatOf(format), code));
    return this.#reports().map((report) => (report && evaluators[report.format]?.(report.values)) ?? NOTHING);
  }

  #reports(): readonly (Decoded | null)[] {
    return (this.#decoded ??= this.#versions.map((version) => (version ? this.#decode(version) : null)));
  }

  #decode({ format, cells }: PackedVersion): Decoded {
    return { format: this.#formats.indexOf(format), values: unpack(formatOf(format), cells) };
  }
}
