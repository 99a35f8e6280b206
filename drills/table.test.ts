import { format } from "prettier";
import { expect, it } from "vitest";
import { line, markdownTable, passed, sumOf, withTable, type Row } from "./table.js";

const counts = { acknowledged: 250, lost: 0, duplicated: 0, halfDone: 0 };
const GOOD: Row = { name: "power-cut", database: "SQLite", seconds: 9.94, found: counts };
const RED: Row = { ...GOOD, name: "failover", found: { ...counts, lost: 12 } };
const FAILED: Row = { ...GOOD, found: "it did not start" };

it("a drill is a line; one that did not come to its end says why", () => {
  expect(line(GOOD)).toBe("power-cut | SQLite | 250 | 0 | 0 | 0 | 9.9 s");
  expect(line(FAILED)).toContain("failed: it did not start");
  expect([GOOD, RED, FAILED].map(passed)).toEqual([true, false, false]);
});

it("the sum is of what came to its end", () => {
  expect(sumOf([GOOD, RED, FAILED]).found).toEqual({ ...counts, acknowledged: 500, lost: 12 });
});

it("the table is as prettier writes it, and takes the place of the one before", async () => {
  const page = "# Drills\n\n<!-- the last table -->\n\nsomething older\n";
  const next = withTable(page, ["Today."], [GOOD, RED]);
  expect(next).toContain(markdownTable([GOOD, RED]));
  expect(next).not.toContain("older");
  expect(await format(next, { parser: "markdown" })).toBe(next);
  expect(withTable(next, ["Today."], [GOOD, RED])).toBe(next);
  expect(() => withTable("# Drills\n", [], [])).toThrow("no place");
});
