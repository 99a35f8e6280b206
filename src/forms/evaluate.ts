import { DERIVED, type DerivedSpec, type Terms } from "./derived.data.js";
import type { CellValues, Format } from "./format.js";

/**
 * An indicator's value in one report. A plain one or a sum: the scaled integer of its scale. A ratio: a fraction
 * (0.25 is 25 %) with the integers that were divided. null: blank, or not in that year's form.
 */
export interface Evaluated {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export type Evaluator = (values: CellValues) => Evaluated;

type Sum = (values: CellValues) => number | null;

const NOTHING: Evaluated = { value: null, numerator: null, denominator: null };
const SPECS = new Map(DERIVED.map((spec) => [spec.code, spec]));
const compiled = new Map<Format, Map<string, Evaluator>>();

/** Compiles once for a format and an indicator; unknown and foreign codes evaluate to null. */
export function evaluate(format: Format, code: string): Evaluator {
  const known = compiled.get(format) ?? new Map<string, Evaluator>();
  compiled.set(format, known);
  const cached = known.get(code);
  if (cached) return cached;
  const evaluator = compile(format, code);
  // Unknown codes are not cached: callers choose codes, and the cache must stay as small as the catalog.
  if (evaluator !== nothing) known.set(code, evaluator);
  return evaluator;
}

const nothing: Evaluator = () => NOTHING;

function compile(format: Format, code: string): Evaluator {
  const position = format.position(code);
  if (position !== undefined)
    return (values) => ({ value: values[position] ?? null, numerator: null, denominator: null });
  const spec = SPECS.get(code);
  return spec ? compileDerived(format, spec) : nothing;
}

function compileDerived(format: Format, spec: DerivedSpec): Evaluator {
  const top = compileSum(format, spec.of);
  if (!spec.over) return (values) => ({ value: top(values), numerator: null, denominator: null });
  const bottom = compileSum(format, spec.over);
  return (values) => {
    const numerator = top(values);
    const denominator = bottom(values);
    // Fewer cases than pending ones is a mistake in the report, not a negative rate.
    const divisible = numerator !== null && denominator !== null && denominator > 0;
    return { value: divisible ? numerator / denominator : null, numerator, denominator };
  };
}

/** A blank part counts as 0; a sum of blanks alone is blank. */
function compileSum(format: Format, terms: Terms): Sum {
  const plus = positions(format, terms.plus);
  const minus = positions(format, terms.minus ?? []);
  return (values) => {
    let sum: number | null = null;
    for (const position of plus) {
      const value = values[position] ?? null;
      if (value !== null) sum = (sum ?? 0) + value;
    }
    if (sum !== null) for (const position of minus) sum -= values[position] ?? 0;
    return sum;
  };
}

const positions = (format: Format, codes: readonly string[]): readonly number[] =>
  codes.map((code) => format.position(code)).filter((position) => position !== undefined);
