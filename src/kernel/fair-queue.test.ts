import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  FairQueue,
  type Crowded,
  type Places,
  atOnce,
  inTurns,
  mapInTurns,
  type Steps,
} from "./fair-queue.js";

const PLACES: Places = { all: 2, each: 1, waiting: 3, waitMs: 1_000 };

/** Records who was admitted, in which order; a caller leaves by name. */
function door(places: Partial<Places> = {}) {
  const queue = new FairQueue({ ...PLACES, ...places });
  const entered: string[] = [];
  const refused: [string, Crowded][] = [];
  const inside = new Map<string, () => void>();
  const come = (caller: string, name = caller): void =>
    void queue.enter(caller).then((leave) => {
      if (typeof leave === "string") return refused.push([name, leave]);
      entered.push(name);
      return inside.set(name, leave);
    });
  const go = async (name: string): Promise<void> => {
    inside.get(name)?.();
    inside.delete(name);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { come, go, entered, refused, inside };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

describe("O1 a fair queue", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("lets in so many, and one of each caller", async () => {
    const { come, entered } = door();
    for (const [caller, name] of [
      ["a", "a1"],
      ["a", "a2"],
      ["b", "b1"],
      ["c", "c1"],
    ])
      come(caller ?? "", name);
    await settled();
    expect(entered).toEqual(["a1", "b1"]);
  });

  it("gives callers turns, however many of one are waiting", async () => {
    const { come, go, entered } = door({ all: 1 });
    for (const name of ["a1", "a2", "a3", "b1", "b2", "c1"]) come(name[0] ?? "", name);
    await settled();
    for (const name of ["a1", "a2", "b1", "c1", "a3", "b2"]) await go(name);
    expect(entered).toEqual(["a1", "a2", "b1", "c1", "a3", "b2"]);
  });

  it("refuses at once who has too many waiting, and nobody else", async () => {
    const { come, entered, refused } = door({ waiting: 1 });
    for (const name of ["a1", "a2", "a3", "b1"]) come(name[0] ?? "", name);
    await settled();
    expect([entered, refused]).toEqual([["a1", "b1"], [["a3", "CALLER"]]]);
  });

  it("refuses who has waited too long, and gives his turn to the next", async () => {
    const { come, go, entered, refused } = door({ all: 1 });
    for (const name of ["a1", "b1"]) come(name[0] ?? "", name);
    await vi.advanceTimersByTimeAsync(600);
    come("c", "c1");
    await vi.advanceTimersByTimeAsync(500);
    expect(refused).toEqual([["b1", "ALL"]]);
    await go("a1");
    expect(entered).toEqual(["a1", "c1"]);
  });

  it("takes a place back once, however often it is given", async () => {
    const { come, entered, inside } = door({ all: 1 });
    for (const name of ["a1", "b1", "c1"]) come(name[0] ?? "", name);
    await settled();
    const leave = inside.get("a1");
    leave?.();
    leave?.();
    await settled();
    expect(entered).toEqual(["a1", "b1"]);
  });

  it("never lets in too many, leaves no place empty, and forgets nobody", async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "go"), fc.nat(20)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        async (all, n, m) => {
          const { come, go, entered, inside } = door({ all: n, each: m, waiting: 1_000 });
          const came: string[] = [];
          for (const [what, which] of all) {
            if (what === "go") await go([...inside.keys()][which % Math.max(1, inside.size)] ?? "");
            else {
              const name = `${what}${came.length}`;
              came.push(name);
              come(what, name);
            }
            await settled();
            const held = (caller: string) => [...inside.keys()].filter((name) => name[0] === caller).length;
            const waits = (caller: string) =>
              came.some((name) => name[0] === caller && !entered.includes(name));
            expect(inside.size).toBeLessThanOrEqual(n);
            for (const caller of ["a", "b", "c"]) {
              expect(held(caller)).toBeLessThanOrEqual(m);
              if (waits(caller)) expect(inside.size === n || held(caller) === m).toBe(true);
            }
          }
          while (inside.size > 0) await go([...inside.keys()][0] ?? "");
          expect([...entered].sort()).toEqual([...came].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

function* adding(upTo: number): Steps<number> {
  let sum = 0;
  for (let n = 1; n <= upTo; n++) {
    sum += n;
    yield;
  }
  return sum;
}

it("O2 work in turns comes to what it comes to at once", async () => {
  for (const upTo of [0, 1, 99, 100, 101]) expect(await inTurns(adding(upTo), 10)).toBe(atOnce(adding(upTo)));
});

it.each([
  [99, 0],
  [100, 1],
  [1_050, 10],
])("O2 work of %d steps lets others in %d times, and no oftener", async (steps, turns) => {
  let others = 0;
  let running = true;
  const other = (): void => {
    others++;
    if (running) setImmediate(other);
  };
  setImmediate(other);
  await inTurns(adding(steps), 100);
  running = false;
  expect(others).toBe(turns);
});

it("O2 a list made in turns is the list made at once", async () => {
  const list = Array.from({ length: 2_500 }, (_, n) => n);
  expect(await mapInTurns(list, (n) => n * n)).toEqual(list.map((n) => n * n));
});
