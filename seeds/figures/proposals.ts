import { knownFigures } from "../known-figures.js";
import { randomFor } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";

/** 人大代表建议 and 政协提案 that a unit answered in a year. */
export function proposalFigures(unit: SeedUnit, year: number): readonly [number, number] {
  const random = randomFor(unit.code, year, "proposals");
  const most = unit.kind === "DEPARTMENT" ? 9 : 2;
  return knownFigures(unit.code, year).proposals ?? [random.between(0, most), random.between(0, most)];
}
