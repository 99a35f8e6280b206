import type { MeasuredField } from "../../records/index.js";
import type { ValueState } from "./answer.js";
import * as distribution from "./distribution.js";
import { identityOf, type Axis, type Distribution, type Group, type Grouped } from "./grouping.js";
import type { Protection } from "./suppression.js";

export type MeasureFunction =
  | "COUNT"
  | "SUM"
  | "MEAN"
  | "MEDIAN"
  | "PERCENTILE"
  | "MIN"
  | "MAX"
  | "DISTINCT"
  | "SHARE"
  | "RATIO"
  | "CHANGE";

export interface Measure {
  readonly name: string;
  readonly function: MeasureFunction;
  /** null: records are counted. */
  readonly field: MeasuredField | null;
  readonly percentile: number | null;
  /** Index of the filter for the measured records; for ratios, the numerator. */
  readonly filter: number;
  /** Index of the filter for a ratio's denominator. */
  readonly of: number | null;
}

/** One measure of one group. */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly state: ValueState;
}

export const plain = (value: number | null, state: ValueState = "VALUE"): Figure => ({
  value,
  numerator: null,
  denominator: null,
  state: value === null && state !== "WITHHELD" ? "EMPTY" : state,
});
export const HIDDEN: Figure = plain(null, "WITHHELD");
export const NOTHING: Figure = plain(null);

interface Division {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const divided = (division: Division, value: number | null, state: ValueState): Figure => ({
  ...plain(value, state),
  ...division,
});

export const ratio = (
  numerator: number | null,
  denominator: number | null,
  state: ValueState = "VALUE",
): Figure =>
  divided(
    { numerator, denominator },
    numerator !== null && denominator ? numerator / denominator : null,
    state,
  );

/** As one division: 11 after 10 is 0.1, not 0.10000000000000009. */
export const change = (now: number | null, before: number | null, state: ValueState = "VALUE"): Figure =>
  divided(
    { numerator: now, denominator: before },
    now !== null && before ? (now - before) / before : null,
    state,
  );

/** Functions whose values add up, so that totals allow subtraction. */
const ADDITIVE: ReadonlySet<MeasureFunction> = new Set(["COUNT", "SUM", "MEAN", "SHARE", "RATIO", "CHANGE"]);

export const isAdditive = (measure: Measure): boolean => ADDITIVE.has(measure.function);

const OF_VALUES: Readonly<
  Partial<Record<MeasureFunction, (values: Distribution, measure: Measure) => number | null>>
> = {
  MEAN: distribution.mean,
  MEDIAN: distribution.median,
  PERCENTILE: (values, measure) => distribution.percentile(values, measure.percentile ?? 0),
  MIN: distribution.smallest,
  MAX: distribution.largest,
  DISTINCT: (values) => values.size,
};

/** Functions whose value is that of a single case. */
const OF_ONE_CASE: ReadonlySet<MeasureFunction> = new Set(["PERCENTILE", "MIN", "MAX"]);

const EMPTY: Distribution = new Map();

/** Computes every measure of every group, and leaves out what the protection hides. */
export class Computation {
  readonly #before: ReadonlyMap<string, Group>;

  constructor(
    private readonly grouped: Grouped,
    private readonly protection: Protection,
  ) {
    this.#before = new Map(
      grouped.groups.map((group) => [identityOf(group.keys.map(({ key }) => key)), group]),
    );
  }

  figure(measure: Measure, group: Group): Figure {
    if (this.#hidden(measure, group, measure.filter)) return HIDDEN;
    const ofValues = OF_VALUES[measure.function];
    if (ofValues) {
      const value = ofValues(group.values.get(measure.filter) ?? EMPTY, measure);
      return this.#tellsOfHidden(measure, group, value) ? HIDDEN : plain(value);
    }
    const amount = amountOf(measure, group, measure.filter);
    switch (measure.function) {
      case "SHARE":
        return this.#share(measure, amount);
      case "RATIO":
        return this.#ratio(measure, group, amount);
      case "CHANGE":
        return this.#change(measure, group, amount);
      default:
        return plain(amount);
    }
  }

  /** If no visible group has the overall largest value, it is the largest of a hidden group. */
  #tellsOfHidden(measure: Measure, group: Group, value: number | null): boolean {
    const { total, groups } = this.grouped;
    if (group !== total || value === null || !OF_ONE_CASE.has(measure.function)) return false;
    const hides = (one: Group): boolean => this.#hidden(measure, one, measure.filter);
    return (
      groups.some(hides) && !groups.some((one) => !hides(one) && one.values.get(measure.filter)?.has(value))
    );
  }

  #share(measure: Measure, amount: number | null): Figure {
    const { total } = this.grouped;
    if (this.#hidden(measure, total, measure.filter)) return HIDDEN;
    return ratio(amount, amountOf(measure, total, measure.filter));
  }

  #ratio(measure: Measure, group: Group, amount: number | null): Figure {
    const of = measure.of ?? 0;
    return this.#hidden(measure, group, of) ? HIDDEN : ratio(amount, amountOf(measure, group, of));
  }

  #change(measure: Measure, group: Group, amount: number | null): Figure {
    if (group === this.grouped.total) return NOTHING;
    const before = this.#before.get(identityOf(keysBefore(this.grouped.axes, group)));
    if (!before) return change(amount, null);
    if (this.#hidden(measure, before, measure.filter)) return HIDDEN;
    return change(amount, amountOf(measure, before, measure.filter));
  }

  #hidden(measure: Measure, group: Group, filter: number): boolean {
    return this.protection.hides(group, filter, isAdditive(measure));
  }
}

/** null if no record has a value in the field (not 0); without records the sum is 0. */
function amountOf({ field }: Measure, group: Group, filter: number): number | null {
  if (!field) return group.counts[filter] ?? 0;
  const values = group.values.get(filter) ?? EMPTY;
  return values.size === 0 && !group.nothing ? null : distribution.sum(values);
}

/** Keys of the same group one year earlier: quarters and months move with the year. */
export const keysBefore = (axes: readonly Axis[], group: Group): (string | null)[] =>
  group.keys.map(({ key }, i) => {
    const yearBefore = axes[i]?.yearBefore;
    return key !== null && yearBefore ? yearBefore(key) : key;
  });
