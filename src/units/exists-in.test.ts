import { expect, it } from "vitest";
import { existsIn } from "./exists-in.js";

const YEARS = [2023, 2024, 2025, 2026];
const yearsOf = (establishedOn: string | null, dissolvedOn: string | null): number[] =>
  YEARS.filter((year) => existsIn({ establishedOn, dissolvedOn }, year));

it("U2 a unit exists in the years that one of its days falls in", () => {
  expect(yearsOf(null, null)).toEqual(YEARS);
  expect(yearsOf("2024-12-31", null)).toEqual([2024, 2025, 2026]);
  expect(yearsOf("2025-01-01", null)).toEqual([2025, 2026]);
  expect(yearsOf(null, "2025-01-02")).toEqual([2023, 2024, 2025]);
  // Dissolved on the first day of a year, it had no day in it.
  expect(yearsOf(null, "2025-01-01")).toEqual([2023, 2024]);
  expect(yearsOf("2024-06-01", "2025-06-01")).toEqual([2024, 2025]);
});
