import { reaches } from "../../kernel/tenant-scope.js";
import type { Session } from "../../platform/db/index.js";
import { coverageOf, filedVersions, MAX_UNITS, type Coverage, type FiledVersion } from "../compare/index.js";
import type { ReportStage } from "../../reports/index.js";
import { unitsWhere, type UnitRow } from "../../units/index.js";

/** Units whose reports are in the sums, and those whose reports are missing. */
export interface AreaCoverage {
  /** One a year, over all areas. */
  readonly years: readonly Coverage[];
  /** By area path and year. */
  readonly areas: ReadonlyMap<string, Coverage>;
  /** Expected units outside of all areas: a city's own departments are in no district. */
  readonly outside: readonly UnitRow[];
}

export interface AreaQuery {
  readonly top: UnitRow | null;
  readonly areas: readonly UnitRow[];
  readonly years: readonly number[];
  readonly atLeast: ReportStage;
}

export const areaYear = (path: string, year: number): string => `${path} ${year}`;

/**
 * By the same rule as the sums: for an area that lies wholly in the scope, reports of the requested stage; for any
 * other, published ones. null for more units than anybody reads. Three statements.
 */
export async function areaCoverage(session: Session, query: AreaQuery): Promise<AreaCoverage | null> {
  const { top, areas, years, atLeast } = query;
  const units = await unitsWhere(session, top ? { under: top.path } : {}, MAX_UNITS + 1);
  if (units.length > MAX_UNITS) return null;
  const areaOf = areaFinder(areas);
  const isReached = (unit: UnitRow): boolean => reachesWhole(session, areaOf(unit) ?? unit);
  const stages = [
    { units: units.filter(isReached), atLeast },
    { units: units.filter((unit) => !isReached(unit)), atLeast: "PUBLISHED" as const },
  ];
  const byYear = new Map(years.map((year) => [year, new Map<string, FiledVersion>()]));
  for (const stage of stages)
    for (const [year, versions] of await filedVersions(session, { ...stage, years, scope: "OWN" }))
      for (const [path, version] of versions) byYear.get(year)?.set(path, version);
  const covered = (some: readonly UnitRow[], year: number): Coverage =>
    coverageOf(some, { year, scope: "OWN" }, byYear.get(year) ?? new Map<string, FiledVersion>());
  const inAreas = new Map(areas.map(({ path }) => [path, [] as UnitRow[]]));
  for (const unit of units) inAreas.get(areaOf(unit)?.path ?? "")?.push(unit);
  return {
    years: years.map((year) => covered([...inAreas.values()].flat(), year)),
    areas: new Map(
      [...inAreas].flatMap(([path, below]) =>
        years.map((year) => [areaYear(path, year), covered(below, year)] as const),
      ),
    ),
    outside: units.filter(
      (unit) => !areaOf(unit) && years.some((year) => covered([unit], year).expected > 0),
    ),
  };
}

/** True if the scope covers the whole area; a role at one office of the area does not. */
export function reachesWhole({ scope: { submitted } }: Session, { path }: UnitRow): boolean {
  return submitted.all || reaches({ ...submitted, units: [] }, { id: "", path });
}

/** The area at or above a unit. */
function areaFinder(areas: readonly UnitRow[]): (unit: UnitRow) => UnitRow | undefined {
  const byPath = new Map(areas.map((area) => [area.path, area]));
  return ({ path }) => {
    for (let end = path.length - 1; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const area = byPath.get(path.slice(0, end + 1));
      if (area) return area;
    }
    return undefined;
  };
}
