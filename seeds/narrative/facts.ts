import type { Cells } from "../form-codes.js";
import { knownFigures, type KnownFigures } from "../known-figures.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";
import { topicsOf } from "./topics.js";

/** What a section is written from: the tables, so that text and tables agree, and the unit's own circumstances. */
export interface ReportFacts {
  readonly unit: SeedUnit;
  readonly year: number;
  readonly cells: Cells;
  readonly lastYear: Cells | null;
  readonly known: KnownFigures;
  /** 本镇, 本街道, 本局, ... */
  readonly self: string;
  /** Subjects that the unit discloses about. */
  readonly topics: readonly [string, string];
  /** A fresh, repeatable source of variety for one section. */
  random(section: string): Random;
}

export function factsOf(unit: SeedUnit, year: number, cells: Cells, lastYear: Cells | null): ReportFacts {
  return {
    unit,
    year,
    cells,
    lastYear,
    known: knownFigures(unit.code, year),
    self: selfName(unit),
    topics: topicsOf(unit),
    random: (section) => randomFor(unit.code, year, section),
  };
}

function selfName(unit: SeedUnit): string {
  if (unit.kind === "TOWN") return "本镇";
  if (unit.kind === "SUBDISTRICT") return "本街道";
  const last = unit.name.slice(-2);
  if (last === "分局") return "本分局";
  if (last === "中心") return "本中心";
  return unit.name.endsWith("局") ? "本局" : "本办";
}

/** 甲3条、乙5条 */
export const listed = (counts: readonly (readonly [string, number])[], measure: string): string =>
  counts.map(([label, count]) => `${label}${count}${measure}`).join("、");
