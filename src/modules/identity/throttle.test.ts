import { describe, expect, it } from "vitest";
import { ACCOUNT_FAILURES, attempt, noFailures, takenBack, type FailureCount } from "./throttle.js";

const START = Date.parse("2024-01-15T08:00:00.000Z");
const at = (minutes: number): Date => new Date(START + minutes * 60_000);
const LIMIT = ACCOUNT_FAILURES;

/** The verdicts on attempts at these minutes, and the count after them. */
function attempts(minutes: readonly number[], from: FailureCount = noFailures(at(0))) {
  let count = from;
  const admitted = minutes.map((minute) => {
    const made = attempt(count, LIMIT, at(minute));
    count = made.count;
    return made.admitted;
  });
  return { admitted, count };
}

describe("counting attempts", () => {
  it("admits five and refuses the sixth", () => {
    const { admitted, count } = attempts([0, 1, 2, 3, 4, 5]);
    expect(admitted).toEqual([true, true, true, true, true, false]);
    expect(count).toEqual({
      failures: 5,
      windowFrom: at(0).toISOString(),
      lockedUntil: at(19).toISOString(),
    });
  });

  it("opens fifteen minutes after the fifth, however much was tried meanwhile", () => {
    const { admitted } = attempts([0, 0, 0, 0, 0, 5, 10, 14.99, 15]);
    expect(admitted).toEqual([true, true, true, true, true, false, false, false, true]);
  });

  it("starts anew after a lock", () => {
    expect(attempts([0, 0, 0, 0, 0, 15]).count).toEqual({ ...noFailures(at(15)), failures: 1 });
  });

  it("forgets failures with their window", () => {
    const { admitted, count } = attempts([0, 1, 2, 3, 15, 16, 17, 18]);
    expect(admitted).not.toContain(false);
    expect(count).toEqual({ ...noFailures(at(15)), failures: 4 });
  });
});

describe("taking an attempt back", () => {
  it("leaves the failures of others", () => {
    const { count } = attempts([0, 1, 2]);
    expect(takenBack(count, LIMIT)).toEqual({ ...noFailures(at(0)), failures: 2 });
  });

  it("lifts the lock that it has set", () => {
    const { count } = attempts([0, 0, 0, 0, 0, 0, 0]);
    expect(count.lockedUntil).not.toBeNull();
    expect(takenBack(count, LIMIT)).toEqual({ ...noFailures(at(0)), failures: 4 });
  });

  it("never counts below nothing", () => {
    expect(takenBack(noFailures(at(0)), LIMIT).failures).toBe(0);
  });
});
