import { expect, it } from "vitest";
import { FORMATS } from "../../forms/index.js";
import { readRequest } from "./comparison-request.js";
import type { CompareReportsInput } from "./comparison.types.js";

const NOW = new Date("2026-01-20T01:00:00Z");

const ASKED: CompareReportsInput = {
  under: "371003",
  years: [2022, 2023],
  indicators: ["requests.received.total", "rates.disclosed"],
};

it.each<[string, Partial<CompareReportsInput>, string[]]>([
  ["no year", { years: [] }, ["input", "years"]],
  ["eleven years", { years: Array.from({ length: 11 }, (_, i) => 2019 + i) }, ["input", "years"]],
  ["a year twice", { years: [2022, 2022] }, ["input", "years"]],
  ["a year before the first form", { years: [2023, 2018] }, ["input", "years"]],
  ["a year to come", { years: [2027] }, ["input", "years"]],
  ["no indicator", { indicators: [] }, ["input", "indicators"]],
  ["401 indicators", { indicators: Array<string>(401).fill("rates.disclosed") }, ["input", "indicators"]],
  ["an indicator nobody has", { indicators: ["rates.disclosed", "toString"] }, ["input", "indicators", "1"]],
  [
    "an order by another year",
    { orderBy: { indicator: "rates.disclosed", year: 2021 } },
    ["input", "orderBy", "year"],
  ],
  [
    "an order by another indicator",
    { orderBy: { indicator: "rates.carriedOut", year: 2022 } },
    ["input", "orderBy", "indicator"],
  ],
])("refuses %s and says where", (_what, changed, argumentPath) => {
  expect(() => readRequest({ ...ASKED, ...changed }, NOW)).toThrow(
    expect.objectContaining({ code: "BAD_USER_INPUT", argumentPath }) as Error,
  );
});

it("takes what is left out, or null, as the defaults", () => {
  const nulls = { kinds: null, units: null, scope: null, atLeast: null, orderBy: null };
  const read = { kinds: null, units: null, scope: "OWN", atLeast: "SUBMITTED", order: null };
  for (const input of [ASKED, { ...ASKED, ...nulls }]) expect(readRequest(input, NOW)).toMatchObject(read);
});

it("takes a unit named twice once, and finds the column to order by", () => {
  const orderBy = { indicator: "rates.disclosed", year: 2023 };
  const read = readRequest({ ...ASKED, units: ["b", "a", "b"], orderBy }, NOW);
  expect(read.units).toEqual(["b", "a"]);
  expect(read.order).toEqual({ column: 3, descending: true });
});

it("takes this year, the first year, and a whole form of indicators", () => {
  const indicators = FORMATS[1]?.cells.map((cell) => cell.code) ?? [];
  const read = readRequest({ ...ASKED, years: [2026, 2019], indicators }, NOW);
  expect(read.years).toEqual([2026, 2019]);
  expect(read.indicators.map((found) => found.code)).toEqual(indicators);
});
