import { describe, expect, it } from "vitest";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { ContestedRequest } from "./lodging.rules.js";
import { lastDayToLodge } from "./remedy-term.js";

const calendar = new WorkingCalendar({
  holidays: new Set(["2025-05-19", "2025-05-20"]),
  makeUpDays: new Set(["2025-06-21"]),
  firstYear: 2020,
  lastYear: 2026,
});
const request = (more: Partial<ContestedRequest> = {}): ContestedRequest => ({
  receivedOn: "2025-03-03",
  decidedOn: "2025-03-20",
  servedOn: "2025-03-20",
  decisionArrivedOn: null,
  dueOn: "2025-03-31",
  ...more,
});
const arrived = (decisionArrivedOn: string): ContestedRequest => request({ decisionArrivedOn });
const none = { request: null, review: null };

describe("the last day to lodge", () => {
  it.each([
    ["60 days from its arrival, or the next working day", "REVIEW", arrived("2025-03-20"), "2025-05-21"],
    ["60 days from its arrival, whenever it was posted", "REVIEW", arrived("2025-03-24"), "2025-05-23"],
    ["six months", "LITIGATION_DIRECT", arrived("2025-03-24"), "2025-09-24"],
    ["unknown while its arrival is", "REVIEW", request(), null],
    ["60 days from the end of the reply period", "REVIEW", request({ decidedOn: null }), "2025-05-30"],
    ["unknown without a due date", "REVIEW", request({ decidedOn: null, dueOn: null }), null],
  ] as const)("is %s", (_what, route, contested, expected) => {
    const lodged = { ...none, route, lodgedOn: "2025-04-10", request: contested };
    expect(lastDayToLodge(lodged, calendar)).toBe(expected);
  });

  it("is fifteen days after the review, on a make-up day too", () => {
    const suit = { ...none, route: "LITIGATION_AFTER_REVIEW", lodgedOn: "2025-06-20" } as const;
    const review = { concludedOn: "2025-06-03", decisionArrivedOn: "2025-06-06", disposition: null };
    expect(lastDayToLodge({ ...suit, review }, calendar)).toBe("2025-06-21");
    expect(lastDayToLodge({ ...suit, review: { ...review, decisionArrivedOn: null } }, calendar)).toBeNull();
  });

  it("runs from the end of a review that was not decided in time", () => {
    const suit = { ...none, route: "LITIGATION_AFTER_REVIEW", lodgedOn: "2025-06-20" } as const;
    const review = {
      ...{ concludedOn: "2025-06-06", decisionArrivedOn: null },
      disposition: "REVIEW_NOT_DECIDED" as const,
    };
    expect(lastDayToLodge({ ...suit, review }, calendar)).toBe("2025-06-21");
  });

  it("is unknown where the request is not in the ledger", () => {
    expect(lastDayToLodge({ ...none, route: "REVIEW", lodgedOn: "2025-04-10" }, calendar)).toBeNull();
  });
});
