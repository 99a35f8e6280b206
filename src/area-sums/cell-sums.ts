import type { CellValues } from "../forms/index.js";

/** An exact whole number: a bigint only where a plain number would not be exact. */
export type Exact = number | bigint;

/** The cells of many reports of one form, added up. */
export interface CellSums {
  /** How many reports. */
  readonly reports: number;
  /** Scaled integers, in the order of the form's cells; a blank counts as 0. */
  readonly values: readonly Exact[];
  /** Number of reports in which the cell is blank. */
  readonly blanks: readonly number[];
}

export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return plainest(BigInt(a) + BigInt(b));
}

/** Normalizes: a plain number wherever it is exact. */
export function plainest(sum: bigint): Exact {
  const plain = Number(sum);
  return Number.isSafeInteger(plain) ? plain : sum;
}

/** Mutable sums: adding and removing the same report restores them. */
export class Summing implements CellSums {
  reports = 0;
  readonly values: Exact[];
  readonly blanks: number[];

  constructor(cells: number) {
    this.values = new Array<Exact>(cells).fill(0);
    this.blanks = new Array<number>(cells).fill(0);
  }

  static of({ reports, values, blanks }: CellSums): Summing {
    const copy = new Summing(0);
    copy.reports = reports;
    copy.values.push(...values);
    copy.blanks.push(...blanks);
    return copy;
  }

  /** Adds a report, or removes it with `times` -1. */
  add(cells: CellValues, times: 1 | -1 = 1): void {
    this.reports += times;
    for (let i = 0; i < this.values.length; i++) {
      const value = cells[i] ?? null;
      if (value === null) this.blanks[i] = (this.blanks[i] ?? 0) + times;
      else if (value !== 0) this.values[i] = addExact(this.values[i] ?? 0, value * times);
    }
  }

  addSums({ reports, values, blanks }: CellSums): void {
    this.reports += reports;
    for (let i = 0; i < this.values.length; i++) {
      this.values[i] = addExact(this.values[i] ?? 0, values[i] ?? 0);
      this.blanks[i] = (this.blanks[i] ?? 0) + (blanks[i] ?? 0);
    }
  }
}

const zeros = new Map<number, readonly number[]>();

/** Shared list: hardly one area in ten thousand has a blank cell. */
export function noBlanks(cells: number): readonly number[] {
  const known = zeros.get(cells) ?? new Array<number>(cells).fill(0);
  zeros.set(cells, known);
  return known;
}

/** Sums in the form of one report's cells; null if every report is blank. Beyond 2^53 the nearest number. */
export function summedCells({ reports, values, blanks }: CellSums): readonly (number | null)[] {
  if (reports > 0 && blanks === noBlanks(values.length) && values.every(isPlain)) return values;
  return values.map((value, i) => (blanks[i] === reports ? null : Number(value)));
}

const isPlain = (value: Exact): value is number => typeof value === "number";
