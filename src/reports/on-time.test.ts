import { describe, expect, it } from "vitest";
import { type Filed, isOnTime, missedDate } from "./on-time.js";

const TODAY = "2026-02-10";
const filed = (more: Partial<Filed>): Filed => ({
  firstDueOn: "2026-01-31",
  firstSubmittedAt: "2026-01-20T01:00:00.000Z",
  resubmitBy: null,
  missedDueOn: null,
  missedOn: null,
  status: "SUBMITTED",
  underCorrection: false,
  ...more,
});

describe("U4 the dates of a report", () => {
  it.each<[string, Partial<Filed>, boolean | null, string | null]>([
    ["submitted in time", {}, true, null],
    ["G6 submitted on the very due day", { firstSubmittedAt: "2026-01-31T15:59:59.999Z" }, true, null],
    ["a moment later", { firstSubmittedAt: "2026-01-31T16:00:00.000Z" }, false, "2026-01-31 2026-02-01"],
    [
      "late, and returned with a new date",
      { firstSubmittedAt: "2026-02-02T01:00:00.000Z", resubmitBy: "2026-03-01", status: "RETURNED" },
      false,
      "2026-01-31 2026-02-02",
    ],
    ["returned, its new date to come", { resubmitBy: "2026-02-10", status: "RETURNED" }, null, null],
    [
      "returned, its new date over",
      { resubmitBy: "2026-02-09", status: "RETURNED" },
      false,
      "2026-02-09 2026-02-10",
    ],
    ["under the unit's own review again", { status: "UNDER_REVIEW" }, null, null],
    [
      "come again after the return's date",
      { missedDueOn: "2026-02-05", missedOn: "2026-02-06" },
      false,
      "2026-02-05 2026-02-06",
    ],
    ["published and being corrected", { status: "RETURNED", underCorrection: true }, true, null],
    [
      "being corrected, the correction's date over",
      { status: "RETURNED", underCorrection: true, resubmitBy: "2026-02-01" },
      false,
      "2026-02-01 2026-02-10",
    ],
    ["a draft of a year to come", { status: "DRAFT", firstSubmittedAt: null, firstDueOn: TODAY }, null, null],
    ["a draft that is overdue", { status: "DRAFT", firstSubmittedAt: null }, false, "2026-01-31 2026-02-10"],
  ])("%s", (_case, more, onTime, missed) => {
    const found = missedDate(filed(more), TODAY);
    expect(isOnTime(filed(more), TODAY)).toBe(onTime);
    expect(found && `${found.dueOn} ${found.on}`).toBe(missed);
  });
});
