import { expect, it } from "vitest";
import { atOnce, inTurns, mapInTurns, type Steps } from "./in-turns.js";

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
