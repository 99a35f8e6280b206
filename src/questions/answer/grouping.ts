import { atOnce, inTurns, type Steps } from "../../kernel/fair-queue.js";
import type { Text } from "../../kernel/text.js";
import type { Columns, Key, Value } from "../../records/index.js";
import { NO_CELL, together, type Cell } from "./cell-keys.js";

/** One dimension that rows are grouped by. */
export interface Axis {
  readonly dimension: string;
  readonly label: Text;
  /** Several keys if a record counts under each. */
  readonly keysOf: (columns: Columns) => readonly Key[];
  /** Only for time: the key of the same time one year earlier. */
  readonly yearBefore?: (key: string) => string;
}

/** Records that are equal in all requested columns and filters. */
export interface Tallied {
  readonly columns: Columns;
  /** Bit i is set if they satisfy filter i; filter 0 accepts all. */
  readonly met: number;
  readonly count: number;
  /** Only if counts are protected. */
  readonly noise?: Noise;
}

export interface Noise extends Omit<Cell, "count"> {
  /** By filter: the shown count is the sum of the cell's parts, each protected by itself; null for a public part. */
  readonly part: (filter: number) => string | null;
}

/** By its parts. */
export type Parts = ReadonlyMap<string | null, Cell>;

export interface TalliedValue extends Tallied {
  readonly value: Value;
}

/** The records of a measure. Filter 0 is everything the query selects. */
export interface Filter {
  /** Only records with a value in this field; null for any. */
  readonly field: string | null;
}

/** How often each value occurs. */
export type Distribution = ReadonlyMap<Value, number>;

/** All records that share their keys. */
export interface Group {
  readonly keys: readonly Key[];
  /** Number of records by the filters they satisfy, as bits. */
  readonly atoms: ReadonlyMap<number, number>;
  /** Number of records that satisfy each filter. */
  readonly counts: readonly number[];
  /** By filter, for those of a field. */
  readonly values: ReadonlyMap<number, Distribution>;
  /** True for a time without records in a series. */
  readonly nothing?: boolean;
  /** By filter, where counts are protected. */
  readonly cells: ReadonlyMap<number, Parts>;
  /** The same of each value of a field. */
  readonly valueCells: ReadonlyMap<number, ReadonlyMap<Value, Cell>>;
}

/**
 * The groups in the order of their keys, and all records as one group, each record once, however many groups it
 * counts in.
 */
export interface Grouped {
  readonly axes: readonly Axis[];
  readonly groups: readonly Group[];
  readonly total: Group;
}

export const meets = (met: number, filter: number): boolean => ((met >> filter) & 1) === 1;

/** Identity of a group: the keys of its dimensions. */
export const identityOf = (keys: readonly (string | null)[]): string => JSON.stringify(keys);

export const grouped = (...records: Parameters<typeof grouping>): Grouped => atOnce(grouping(...records));

/** The same for many records, yielding to other work. */
export const groupedInTurns = (...records: Parameters<typeof grouping>): Promise<Grouped> =>
  inTurns(grouping(...records), RECORDS_A_TURN);

const RECORDS_A_TURN = 1_000;

function* grouping(
  axes: readonly Axis[],
  filters: readonly Filter[],
  counted: readonly Tallied[],
  measured: ReadonlyMap<string, readonly TalliedValue[]>,
): Steps<Grouped> {
  const groups = new Map<string, Gathering>();
  const total = new Gathering([], filters);
  // Without dimensions everything is one group, even if empty.
  if (axes.length === 0) groups.set(identityOf([]), new Gathering([], filters));
  const gatheringsOf = ({ columns }: Tallied): Gathering[] =>
    combinations(axes.map((axis) => axis.keysOf(columns))).map((keys) => {
      const identity = identityOf(keys.map(({ key }) => key));
      const known = groups.get(identity) ?? new Gathering(keys, filters);
      groups.set(identity, known);
      return known;
    });
  for (const record of counted) {
    for (const gathering of [total, ...gatheringsOf(record)]) gathering.count(record);
    yield;
  }
  for (const [field, records] of measured)
    for (const record of records) {
      for (const gathering of [total, ...gatheringsOf(record)]) gathering.measure(field, record);
      yield;
    }
  const found = [...groups.values()].sort((a, b) => byPlaces(a.keys, b.keys));
  return { axes, groups: found.map((group) => group.done()), total: total.done() };
}

class Gathering {
  readonly #atoms = new Map<number, number>();
  readonly #values = new Map<number, Map<Value, number>>();
  readonly #cells = new Map<number, Map<string | null, Cell>>();
  readonly #valueCells = new Map<number, Map<Value, Cell>>();

  constructor(
    readonly keys: readonly Key[],
    private readonly filters: readonly Filter[],
  ) {
    filters.forEach(({ field }, i) => field !== null && this.#values.set(i, new Map()));
  }

  count({ met, count, noise }: Tallied): void {
    this.#atoms.set(met, (this.#atoms.get(met) ?? 0) + count);
    if (!noise) return;
    this.filters.forEach((_, i) => {
      if (meets(met, i)) add(this.#cells, i, noise.part(i), { count, sum: noise.sum, picked: noise.picked });
    });
  }

  measure(field: string, { met, value, count, noise }: TalliedValue): void {
    this.filters.forEach((filter, i) => {
      if (filter.field !== field || !meets(met, i)) return;
      const distribution = this.#values.get(i);
      distribution?.set(value, (distribution.get(value) ?? 0) + count);
      if (noise) add(this.#valueCells, i, value, { count, sum: noise.sum, picked: noise.picked });
    });
  }

  done(): Group {
    const counts = this.filters.map((_, filter) => {
      let sum = 0;
      for (const [met, count] of this.#atoms) if (meets(met, filter)) sum += count;
      return sum;
    });
    return {
      ...{ keys: this.keys, atoms: this.#atoms, counts, values: this.#values },
      ...{ cells: this.#cells, valueCells: this.#valueCells },
    };
  }
}

function add<Key>(cells: Map<number, Map<Key, Cell>>, filter: number, key: Key, cell: Cell): void {
  const known = cells.get(filter) ?? new Map<Key, Cell>();
  cells.set(filter, known.set(key, together(known.get(key) ?? NO_CELL, cell)));
}

/** All combinations of one item from each list. */
const combinations = (lists: readonly (readonly Key[])[]): Key[][] =>
  lists.reduce<Key[][]>((begun, keys) => begun.flatMap((some) => keys.map((key) => [...some, key])), [[]]);

/** Missing values come last. */
export function comparePlaces(a: Key, b: Key): number {
  if (a.key === b.key) return 0;
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  if (a.place === b.place) return a.key < b.key ? -1 : 1;
  return a.place < b.place ? -1 : 1;
}

function byPlaces(a: readonly Key[], b: readonly Key[]): number {
  for (const [i, key] of a.entries()) {
    const other = b[i];
    const order = other ? comparePlaces(key, other) : 0;
    if (order !== 0) return order;
  }
  return 0;
}
