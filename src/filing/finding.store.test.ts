import { describe, expect, it } from "vitest";
import type { FindingStatus } from "./finding.entity.js";
import { blocksSubmission, statusAfter } from "./finding.store.js";
import type { Fault, Severity } from "../rules/index.js";

const fault = (value: string, severity: Severity = "WARNING"): Fault => ({
  rule: "T2_YOY",
  severity,
  fingerprint: "T2_YOY:x",
  places: [{ code: "proactive.licences.decisions", year: 2023, value }],
  expected: "1",
  actual: value,
  excerpt: null,
  detail: {},
});

describe("what people said of a finding", () => {
  it.each<FindingStatus>(["OPEN", "EXPLAINED", "ACCEPTED", "FALSE_ALARM"])(
    "stands while values do: %s",
    (status) => {
      expect(statusAfter({ status, fault: fault("5") }, fault("5"))).toBe(status);
    },
  );

  it.each<FindingStatus>(["EXPLAINED", "ACCEPTED", "FALSE_ALARM", "RESOLVED"])(
    "falls when values change: %s",
    (status) => {
      expect(statusAfter({ status, fault: fault("5") }, fault("6"))).toBe("OPEN");
    },
  );

  it("falls when another is named, as a second member that has not filed, but not with the day it is told", () => {
    const missing = (units: readonly string[], on = "2026-04-01"): Fault => ({
      ...fault("5"),
      rule: "R01",
      detail: { units, on },
    });
    const said = { status: "ACCEPTED", fault: missing(["泽头镇"]) } as const;
    expect(statusAfter(said, missing(["泽头镇"], "2026-04-02"))).toBe("ACCEPTED");
    expect(statusAfter(said, missing(["财政局", "泽头镇"]))).toBe("OPEN");
  });

  it("falls when the fault comes back, or weighs more", () => {
    expect(statusAfter({ status: "RESOLVED", fault: fault("5") }, fault("5"))).toBe("OPEN");
    expect(statusAfter({ status: "EXPLAINED", fault: fault("5") }, fault("5", "ERROR"))).toBe("OPEN");
  });
});

describe("a finding blocks submission", () => {
  const blocks = (severity: Severity, status: FindingStatus) => blocksSubmission({ severity, status });

  it("an ERROR until an officer lifts it or it is gone", () => {
    expect((["OPEN", "EXPLAINED"] as const).map((s) => blocks("ERROR", s))).toEqual([true, true]);
    const lifted = ["ACCEPTED", "FALSE_ALARM", "RESOLVED"] as const;
    expect(lifted.map((s) => blocks("ERROR", s))).toEqual([false, false, false]);
  });

  it("a WARNING until it is explained; an INFO never", () => {
    const said = ["OPEN", "EXPLAINED", "ACCEPTED"] as const;
    expect(said.map((s) => blocks("WARNING", s))).toEqual([true, false, false]);
    expect(said.map((s) => blocks("INFO", s))).toEqual([false, false, false]);
  });
});
