import { describe, expect, it } from "vitest";
import { nextNumber, splitNumbers } from "./request-number.js";

describe("the next number of a year", () => {
  it.each([
    [[], "2026-0001"],
    [["2026-0001", "2026-0007"], "2026-0008"],
    [["2026-0001-2", "2026-x", "2026-12345678"], "2026-0001"],
    [["2026-9999"], "2026-10000"],
    [["2026-999999", "2026-1000000"], "2026-1000001"],
  ])("after %j is %s", (taken, next) => {
    expect(nextNumber(2026, new Set(taken))).toBe(next);
  });
});

describe("the numbers of parts", () => {
  it("go on from the request's own, past those that are taken", () => {
    expect(splitNumbers("2026-0001", 2, new Set())).toEqual(["2026-0001-2", "2026-0001-3"]);
    expect(splitNumbers("A", 2, new Set(["a-2", "a-4"]))).toEqual(["A-3", "A-5"]);
  });
});
