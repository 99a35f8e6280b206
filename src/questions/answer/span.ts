const ZERO = 1e-9;
const isZero = (entry: number): boolean => Math.abs(entry) < ZERO;

interface Row {
  /** Column in which this row is 1 and every other row 0. */
  readonly pivot: number;
  readonly vector: readonly number[];
  /** Coefficients of the given vectors that produce this row. */
  readonly made: readonly number[];
}

/** The span of some vectors, by Gaussian elimination. */
export class Span {
  #rows: readonly Row[] = [];
  readonly #size: number;

  constructor(vectors: readonly (readonly number[])[]) {
    this.#size = vectors.length;
    vectors.forEach((vector, i) => this.#add(vector, i));
  }

  /** Coefficients that produce the target; null if it is not in the span. */
  makes(target: readonly number[]): readonly number[] | null {
    const taken = this.#rows.filter(({ pivot }) => target[pivot] !== 0);
    const timesOf = ({ pivot }: Row): number => target[pivot] ?? 0;
    for (const [i, entry] of target.entries()) {
      let sum = 0;
      for (const row of taken) sum += timesOf(row) * (row.vector[i] ?? 0);
      if (!isZero(sum - entry)) return null;
    }
    const nothing: readonly number[] = Array.from({ length: this.#size }, () => 0);
    return taken.reduce((made, row) => plus(made, row.made, timesOf(row)), nothing);
  }

  #add(given: readonly number[], index: number): void {
    let vector = given;
    let made: readonly number[] = Array.from({ length: this.#size }, (_, i) => Number(i === index));
    for (const row of this.#rows) {
      const times = vector[row.pivot] ?? 0;
      if (isZero(times)) continue;
      vector = plus(vector, row.vector, -times);
      made = plus(made, row.made, -times);
    }
    const pivot = vector.findIndex((entry) => !isZero(entry));
    const scale = vector[pivot];
    if (scale === undefined) return;
    const added: Row = {
      pivot,
      vector: vector.map((entry) => entry / scale),
      made: made.map((n) => n / scale),
    };
    this.#rows = [...this.#rows.map((row) => without(row, added)), added];
  }
}

function without(row: Row, added: Row): Row {
  const times = row.vector[added.pivot] ?? 0;
  if (isZero(times)) return row;
  return { ...row, vector: plus(row.vector, added.vector, -times), made: plus(row.made, added.made, -times) };
}

const plus = (a: readonly number[], b: readonly number[], times: number): readonly number[] =>
  a.map((entry, i) => entry + times * (b[i] ?? 0));
