import { MOST_TOLD_OF_FEW, protectedCount, protectedMean } from "./cell-keys.js";
import { BEYOND_PERCENTILE, PERCENTILE_STEPS } from "./cell-keys.data.js";
import * as distribution from "./distribution.js";
import { identityOf, type Distribution, type Group, type Grouped } from "./grouping.js";
import { change, HIDDEN, keysBefore, NOTHING, plain, ratio, type Figure, type Measure } from "./measure.js";

/** A count as shown. */
interface Told {
  readonly value: number;
  readonly state: "VALUE" | "ROUNDED";
}

const EMPTY: Distribution = new Map();

/**
 * Computes every measure from protected counts. Everything shown, its state included, depends on protected numbers
 * alone, or on cells that are not small; otherwise the state itself would reveal something.
 */
export class RoundedComputation {
  readonly #before: ReadonlyMap<string, Group>;

  constructor(private readonly grouped: Grouped) {
    this.#before = new Map(
      grouped.groups.map((group) => [identityOf(group.keys.map(({ key }) => key)), group]),
    );
  }

  figure(measure: Measure, group: Group): Figure {
    switch (measure.function) {
      case "COUNT": {
        const told = countOf(group, measure.filter);
        return plain(told.value, told.state);
      }
      case "DISTINCT":
        return plain(distinct(group, measure.filter), "ROUNDED");
      case "RATIO":
        return this.#ratio(measure, group);
      case "SHARE":
        return this.#ratio({ ...measure, of: measure.filter }, group, this.grouped.total);
      case "CHANGE":
        return this.#change(measure, group);
      default:
        return ofValues(measure, group);
    }
  }

  #ratio(measure: Measure, group: Group, whole: Group = group): Figure {
    const of = measure.of ?? 0;
    const [part, all] = [amount(measure, group, measure.filter), amount(measure, whole, of)];
    if (!part || !all) return HIDDEN;
    // Each has its own noise, but a part must not exceed its whole.
    const within = of === 0 || of === measure.filter;
    return ratio(within ? Math.min(part.value, all.value) : part.value, all.value, stateOf(part, all));
  }

  #change(measure: Measure, group: Group): Figure {
    if (group === this.grouped.total) return NOTHING;
    const before = this.#before.get(identityOf(keysBefore(this.grouped.axes, group)));
    const now = amount(measure, group, measure.filter);
    if (!now) return HIDDEN;
    if (!before) return change(now.value, null, now.state);
    const then = amount(measure, before, measure.filter);
    return then ? change(now.value, then.value, stateOf(now, then)) : HIDDEN;
  }
}

const stateOf = (...counts: readonly Told[]): Told["state"] =>
  counts.every(({ state }) => state === "VALUE") ? "VALUE" : "ROUNDED";

/** Sum of the parts of a cell, each with its own noise; public parts have none. */
export function countOf(group: Group, filter: number): Told {
  let value = 0;
  let state: Told["state"] = group.cells.has(filter) ? "VALUE" : "ROUNDED";
  for (const [part, cell] of group.cells.get(filter) ?? []) {
    value += part === null ? cell.count : protectedCount(cell);
    if (part !== null) state = "ROUNDED";
  }
  return { value, state };
}

/** null if withheld. */
function amount(measure: Measure, group: Group, filter: number): Told | null {
  if (!measure.field) return countOf(group, filter);
  const figure = ofValues({ ...measure, function: "SUM" }, group);
  if (figure.state === "WITHHELD") return null;
  return { value: figure.value ?? 0, state: "ROUNDED" };
}

/** Number of different values with a shown count. */
const distinct = (group: Group, filter: number): number =>
  [...(group.valueCells.get(filter)?.values() ?? [])].filter((cell) => protectedCount(cell) > 0).length;

/**
 * Depends on protected counts alone: otherwise leaving out one record after another until the value disappears would
 * count the records exactly.
 */
function ofValues(measure: Measure, group: Group): Figure {
  const cases = countOf(group, measure.filter).value;
  if (cases === 0) return NOTHING;
  if (cases <= MOST_TOLD_OF_FEW) return HIDDEN;
  const values = group.values.get(measure.filter) ?? EMPTY;
  const coarse = (value: number | null): Figure =>
    plain(value === null ? null : protectedMean(value, cases), "ROUNDED");
  switch (measure.function) {
    case "SUM":
      return plain(Math.round(protectedMean(distribution.mean(values) ?? 0, cases) * cases), "ROUNDED");
    case "MEAN":
      return coarse(distribution.mean(values));
    case "MEDIAN":
      return coarse(distribution.median(values));
    case "PERCENTILE": {
      const share = measure.percentile ?? 0;
      const isTold = isRound(share) && Math.min(share, 1 - share) * cases >= BEYOND_PERCENTILE;
      return isTold ? coarse(distribution.percentile(values, share)) : HIDDEN;
    }
    default:
      return HIDDEN;
  }
}

/** Arbitrary shares would reveal where the next value begins, and thus how many cases have each value. */
const isRound = (share: number): boolean =>
  Math.abs(share * PERCENTILE_STEPS - Math.round(share * PERCENTILE_STEPS)) < 1e-9;
