import { unpack, formatOf } from "../forms/index.js";
import { REPORT_STAGES, type ReportStage } from "../reports/index.js";
import { Summing, type CellSums } from "./cell-sums.js";
import { countingAt } from "./counting.js";
import type { Area, StoredVersion } from "./rebuilding.read-model.js";

/** One row of the sums. */
export interface AreaSum extends Area {
  readonly stage: ReportStage;
  readonly format: string;
  readonly sums: CellSums;
}

type ByStage = Map<ReportStage, Summing>;

/**
 * Adds up the versions of one year below each area: first those right below it, then the areas' own sums from the
 * bottom up. `areas` stand above what is below them, and versions side by side with the others of their unit.
 */
export function addUpAreas(areas: readonly Area[], versions: readonly StoredVersion[]): AreaSum[] {
  const [first] = versions;
  if (!first) return [];
  const format = formatOf(first.format);
  const byPath = new Map(areas.map(({ path }) => [path, new Map<ReportStage, Summing>()]));
  for (const ofUnit of unitByUnit(versions)) {
    const above = byPath.get(areaOf(ofUnit[0].path, byPath));
    if (!above) throw new Error(`no government above ${ofUnit[0].path}`);
    addUnit(above, ofUnit, format.code);
  }
  for (const { path } of [...areas].reverse()) foldInto(byPath.get(parentOf(path)), byPath.get(path));
  return areas.flatMap((area) =>
    [...(byPath.get(area.path) ?? [])].map(([stage, sums]) => ({
      ...area,
      stage,
      format: format.code,
      sums,
    })),
  );
}

type OneOrMore<T> = readonly [T, ...T[]];

function unitByUnit(versions: readonly StoredVersion[]): OneOrMore<StoredVersion>[] {
  const units: [StoredVersion, ...StoredVersion[]][] = [];
  for (const version of versions) {
    const last = units.at(-1);
    if (last?.[0].path === version.path) last.push(version);
    else units.push([version]);
  }
  return units;
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);

/** A government's own report counts in its own sums. */
const areaOf = (path: string, areas: ReadonlyMap<string, unknown>): string =>
  areas.has(path) ? path : parentOf(path);

function addUnit(above: ByStage, versions: OneOrMore<StoredVersion>, code: string): void {
  const format = formatOf(code);
  for (const stage of REPORT_STAGES) {
    const counting = countingAt(versions, stage);
    if (!counting) continue;
    if (counting.format !== code) throw new Error(`two forms in one year: ${counting.format} and ${code}`);
    sumsAt(above, stage, format.cells.length).add(unpack(format, counting.cells));
  }
}

function foldInto(above: ByStage | undefined, below: ByStage | undefined): void {
  if (!above || !below) return;
  for (const [stage, sums] of below) sumsAt(above, stage, sums.values.length).addSums(sums);
}

function sumsAt(area: ByStage, stage: ReportStage, cells: number): Summing {
  const sums = area.get(stage) ?? new Summing(cells);
  area.set(stage, sums);
  return sums;
}
