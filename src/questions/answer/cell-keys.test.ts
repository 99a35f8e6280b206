import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL_KEYS } from "../../platform/vault/cell-key.js";
import { NO_CELL, PICKED_BELOW, protectedCount, protectedMean, together, type Cell } from "./cell-keys.js";
import { NOISE } from "./cell-keys.data.js";

/** Pseudo-random numbers, the same in each run. */
function* chances(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2246822519);
    yield ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  }
}

const recordOf = (key: number): Cell => ({ count: 1, sum: key, picked: Number(key < PICKED_BELOW) });
const cellOf = (keys: readonly number[]): Cell => keys.map(recordOf).reduce(together, NO_CELL);
const anyKeys = fc.array(fc.integer({ min: 0, max: CELL_KEYS - 1 }), { maxLength: 60 });

describe("a protected count", () => {
  it("of none is 0, is never 1 or 2, and moves no further than the table says", () =>
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const told = protectedCount(cellOf(keys));
        if (keys.length === 0) expect(told).toBe(0);
        expect([1, 2]).not.toContain(told);
        expect(told).toBeGreaterThanOrEqual(0);
        if (keys.length > NOISE.few) expect(Math.abs(told - keys.length)).toBeLessThanOrEqual(7);
        if (keys.length <= NOISE.few) expect(told % NOISE.weight).toBe(0);
      }),
    ));

  it("is the same for the same records, in whatever order", () =>
    fc.assert(
      fc.property(anyKeys, (keys) => {
        expect(protectedCount(cellOf([...keys].reverse()))).toBe(protectedCount(cellOf(keys)));
      }),
    ));

  it.each([1, 2, 5, 9, 10, 11, 40])("of %i is on average what there is", (n) => {
    const chance = chances(n);
    const next = (): number => Math.floor((chance.next().value as number) * CELL_KEYS);
    const times = 20_000;
    let sum = 0;
    for (let i = 0; i < times; i++) sum += protectedCount(cellOf(Array.from({ length: n }, next)));
    expect(Math.abs(sum / times - n)).toBeLessThan(0.15);
  });

  it("has a table whose shifts are alike likely, come to nothing, and leave no 1 or 2", () => {
    const { few, weight, shifts } = NOISE;
    expect(shifts.reduce((a: number, b) => a + b, 0)).toBe(0);
    expect(few + 1 + Math.min(...shifts)).toBeGreaterThan(2);
    expect(weight).toBeGreaterThan(2);
    expect(PICKED_BELOW / CELL_KEYS).toBeCloseTo(1 / weight, 6);
  });
});

describe("a protected mean", () => {
  it("is so coarse that one case moves it by a step at most", () => {
    expect([protectedMean(12.345, 10), protectedMean(12.345, 60), protectedMean(12.345, 6000)]).toEqual([
      10, 12, 12.3,
    ]);
  });
});

/** Records with a value of each of some dimensions, and keys. */
interface Case {
  readonly values: readonly number[];
  readonly key: number;
}

const DIMENSIONS = [12, 3, 2, 2, 2];

function casesOf(n: number, chance: Generator<number>): Case[] {
  const next = (): number => chance.next().value as number;
  return Array.from({ length: n }, () => ({
    values: DIMENSIONS.map((size) => Math.floor(next() ** 1.5 * size)),
    key: Math.floor(next() * CELL_KEYS),
  }));
}

/** Every cell that can be asked for: a value, or all, of each dimension. */
function everyCell(cases: readonly Case[]): Map<string, { members: number[]; told: number }> {
  const cells = new Map<string, { members: number[]; told: number }>();
  for (let mask = 0; mask < 2 ** DIMENSIONS.length; mask++)
    cases.forEach(({ values }, i) => {
      const name = values.map((value, at) => ((mask >> at) & 1 ? value : "*")).join();
      const cell = cells.get(name) ?? { members: [], told: 0 };
      cell.members.push(i);
      cells.set(name, cell);
    });
  for (const cell of cells.values())
    cell.told = protectedCount(cellOf(cell.members.map((i) => cases[i]?.key ?? 0)));
  return cells;
}

/**
 * The best linear guess at how many each finest cell has, from all answers there can be: least squares, each answer
 * weighed by its noise, by conjugate gradients. The attacker is given, besides, which finest cells have anything at all.
 */
function attack(
  cells: Map<string, { members: number[]; told: number }>,
  groupOf: readonly number[],
  groups: number,
): number[] {
  const rows = [...cells.values()].map(({ members, told }) => {
    const parts = new Map<number, number>();
    for (const member of members) parts.set(groupOf[member] ?? 0, 1);
    const variance = members.length > NOISE.few ? 18.7 : 2 * members.length;
    return { parts: [...parts.keys()], told, weight: 1 / variance };
  });
  const prior = 1 / 4;
  const apply = (x: readonly number[]): number[] => {
    const out = x.map((value) => value * prior);
    for (const { parts, weight } of rows) {
      const sum = weight * parts.reduce((total, part) => total + (x[part] ?? 0), 0);
      for (const part of parts) out[part] = (out[part] ?? 0) + sum;
    }
    return out;
  };
  const target = Array.from({ length: groups }, () => 1.3 * prior);
  for (const { parts, told, weight } of rows)
    for (const part of parts) target[part] = (target[part] ?? 0) + weight * told;
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  let x = target.map(() => 0);
  let r = target;
  let p = r;
  for (let i = 0; i < 200 && dot(r, r) > 1e-12; i++) {
    const applied = apply(p);
    const step = dot(r, r) / dot(p, applied);
    x = x.map((value, at) => value + step * (p[at] ?? 0));
    const further = r.map((value, at) => value - step * (applied[at] ?? 0));
    const turn = dot(further, further) / dot(r, r);
    r = further;
    p = r.map((value, at) => value + turn * (p[at] ?? 0));
  }
  return x;
}

/** How often a cell of two is guessed to be larger than a cell of one: 0.5 is ignorance. */
function told(guesses: readonly (readonly [members: number, guess: number])[]): number {
  const of = (n: number): number[] => guesses.filter(([members]) => members === n).map(([, guess]) => guess);
  const [ones, twos] = [of(1), of(2)];
  let right = 0;
  for (const two of twos) for (const one of ones) right += two > one ? 1 : two === one ? 0.5 : 0;
  return right / (ones.length * twos.length);
}

function attacked(n: number, seeds: readonly number[]): { one: number; all: number } {
  const one: [number, number][] = [];
  const all: [number, number][] = [];
  for (const seed of seeds) {
    const cases = casesOf(n, chances(seed));
    const cells = everyCell(cases);
    const finest = [...cells].filter(([name]) => !name.includes("*"));
    const groupOf: number[] = [];
    finest.forEach(([, { members }], group) => members.forEach((member) => (groupOf[member] = group)));
    const best = attack(cells, groupOf, finest.length);
    finest.forEach(([, cell], group) => {
      one.push([cell.members.length, cell.told]);
      all.push([cell.members.length, best[group] ?? 0]);
    });
  }
  return { one: told(one), all: told(all) };
}

describe("whoever asks for every cell there is", () => {
  it.each([8, 20, 60, 150])("of %i records tells two from one hardly better than by one answer", (n) => {
    const { one, all } = attacked(
      n,
      Array.from({ length: Math.ceil(900 / n) }, (_, i) => 1000 + i),
    );
    // Of 60 records: 0.61 and 0.65. With one noise for each cell, few or many, it is 0.67 and 0.81.
    expect(one).toBeLessThan(0.7);
    expect(all).toBeLessThan(one + 0.08);
  });
});
