import { describe, expect, it } from "vitest";
import { filled, templatesOf } from "./replay.js";

const call = (id: string, revision: number, instant: string): string[] => [
  "START TRANSACTION",
  `UPDATE reports SET cells = '{\\'a\\':7}', revision = ${revision + 1} WHERE id = 'report-of-a-unit' AND revision = ${revision}`,
  `INSERT INTO report_events VALUES ('${id}', '${instant}', ${revision + 1})`,
];
const FIRST = call("event-number-one", 7, "2026-01-20T01:00:00.000Z");
const SECOND = call("event-number-two", 8, "2026-01-20T01:00:01.500Z");

describe("the statements of a call that writes", () => {
  it("are filled in again with what each call makes anew", () => {
    const now = "2026-01-20T02:00:00.000Z";
    const templates = templatesOf(FIRST, SECOND, 7);
    expect(filled(templates, 41, () => "a-new-event-0000", new Date(now))).toEqual(
      call("a-new-event-0000", 41, now),
    );
  });

  it("are refused where two calls differ in anything else", () => {
    const other = SECOND.map((statement) => statement.replace("'a", "'b"));
    expect(() => templatesOf(FIRST, other, 7)).toThrow("two calls differ in");
    expect(() => templatesOf(FIRST, SECOND.slice(1), 7)).toThrow("different numbers of statements");
  });
});
