import { describe, expect, it } from "vitest";
import { SETTINGS, type SettingKey } from "./settings.data.js";
import { valueProblem } from "./setting-value.js";

const takes = (key: SettingKey, value: unknown): boolean => valueProblem(SETTINGS[key], value) === null;

describe("the value of a setting", () => {
  it.each<[SettingKey, unknown[], unknown[]]>([
    ["requests.dueSoonDays", [1, 20], [0, 21, 5.5, "5", [5], null, undefined]],
    ["ledgers.since", [2019, 2100, null], [2018, 2101, "2024", [2024]]],
    ["clock.reasonsPause", [true, false], [0, "true", null, [true]]],
    ["clock.pausedDays", ["AFTER_SENT", "UNTIL_ANSWER"], ["", "NEVER", ["UNTIL_ANSWER"], null, undefined]],
    ["proposals.resultClasses", [["A"], ["A", "a"]], [[], ["A", "A"], [" A"], [1], "A", ["x".repeat(21)]]],
  ])("%s takes %j, but none of %j", (key, good, bad) => {
    expect(good.filter((value) => !takes(key, value))).toEqual([]);
    expect(bad.filter((value) => takes(key, value))).toEqual([]);
  });

  it("is by default one that it takes", () => {
    for (const key of Object.keys(SETTINGS) as SettingKey[])
      expect(takes(key, SETTINGS[key].default), key).toBe(true);
  });
});
