import type { CellValues } from "../forms/index.js";

/** An exact whole number: a bigint only where a plain number would not be exact. */
export type Exact = number | bigint;

/** The cells of many reports of one form, added up. */
export interface CellSums {
  /** How many reports. */
  readonly reports: number;
  /** Scaled integers, in the order of the form's cells; a blank counts as 0. */
  readonly values: readonly Exact[];
  /** In how many of the reports the cell is blank. */
  readonly blanks: readonly number[];
}

export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return plainest(BigInt(a) + BigInt(b));
}

/** A number has one form only: the plain one where that is exact. */
export function plainest(sum: bigint): Exact {
  const plain = Number(sum);
  return Number.isSafeInteger(plain) ? plain : sum;
}

/** Sums that grow, or shrink again: adding and taking away the same leaves what was there. */
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

  /** One report; `times` is -1 to take it away. */
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

/** The same list every time: of ten thousand areas hardly one has a blank anywhere. */
export function noBlanks(cells: number): readonly number[] {
  const known = zeros.get(cells) ?? new Array<number>(cells).fill(0);
  zeros.set(cells, known);
  return known;
}

/** The sums as the cells of one report; null where every report is blank. Beyond 2^53 the nearest number. */
export function summedCells({ reports, values, blanks }: CellSums): readonly (number | null)[] {
  if (reports > 0 && blanks === noBlanks(values.length) && values.every(isPlain)) return values;
  return values.map((value, i) => (blanks[i] === reports ? null : Number(value)));
}

const isPlain = (value: Exact): value is number => typeof value === "number";
