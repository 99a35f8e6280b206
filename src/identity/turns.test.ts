import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { Turns } from "./turns.js";

it("runs one at a time for each key, in order, whatever becomes of the one before", async () => {
  const turns = new Turns();
  const log: string[] = [];
  const task = (name: string, ms: number) => async () => {
    log.push(`${name} starts`);
    await pause(ms);
    log.push(`${name} ends`);
    if (name === "a1") throw new Error("failed");
  };
  const all = [
    turns.take("a", task("a1", 10)),
    turns.take("a", task("a2", 1)),
    turns.take("b", task("b", 3)),
  ];
  expect((await Promise.allSettled(all)).map((r) => r.status)).toEqual([
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  expect(log).toEqual(["a1 starts", "b starts", "b ends", "a1 ends", "a2 starts", "a2 ends"]);
});
