import { describe, expect, it } from "vitest";
import { attempt, FREE_FAILURES, noFailures, takenBack, type FailureCount } from "./throttle.js";

const START = Date.parse("2024-01-15T08:00:00.000Z");
const at = (minutes: number): Date => new Date(START + minutes * 60_000);
const FREE = FREE_FAILURES.place;

/** The verdicts on attempts at these minutes, and the count after them. */
function attempts(minutes: readonly number[], from: FailureCount = noFailures(at(0))) {
  let count = from;
  const admitted = minutes.map((minute) => {
    const made = attempt(count, FREE, at(minute));
    count = made.count;
    return made.admitted;
  });
  return { admitted, count };
}

describe("counting attempts", () => {
  it("admits five and refuses the sixth, for a minute", () => {
    const { admitted, count } = attempts([0, 0, 0, 0, 0, 0]);
    expect(admitted).toEqual([true, true, true, true, true, false]);
    expect(count).toEqual({ failures: 5, lastAt: at(0).toISOString(), lockedUntil: at(1).toISOString() });
  });

  it("widens slowly to a quarter of an hour, however much was tried meanwhile", () => {
    const opens = [1, 3, 7, 15, 30, 45, 60];
    const knocks = opens.flatMap((minute) => [minute - 0.01, minute]);
    expect(attempts([0, 0, 0, 0, 0, ...knocks]).admitted.slice(5)).toEqual(
      opens.flatMap(() => [false, true]),
    );
  });

  it("forgets after an hour of quiet, and not before", () => {
    expect(attempts([0, 0, 0, 0, 59.99]).count.failures).toBe(5);
    expect(attempts([0, 0, 0, 0, 60]).count).toEqual({ ...noFailures(at(60)), failures: 1 });
    expect(attempts([0, 0, 0, 0, 0, 60.99]).count.failures).toBe(6);
    expect(attempts([0, 0, 0, 0, 0, 61]).count.failures).toBe(1);
  });
});

describe("taking an attempt back", () => {
  it("leaves the failures of others", () => {
    const { count } = attempts([0, 1, 2]);
    expect(takenBack(count, count)).toEqual({ ...count, failures: 2 });
  });

  it("lifts the lock that it has set, and no other", () => {
    const { count } = attempts([0, 0, 0, 0, 0]);
    expect(takenBack(count, count)).toEqual({ ...noFailures(at(0)), failures: 4 });
    const earlier = { ...count, lockedUntil: at(0.5).toISOString() };
    expect(takenBack(count, earlier).lockedUntil).toBe(at(1).toISOString());
  });

  it("never counts below nothing", () => {
    expect(takenBack(noFailures(at(0)), noFailures(at(0))).failures).toBe(0);
  });
});
