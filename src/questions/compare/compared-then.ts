import type { Session } from "../../platform/db/index.js";
import { unitsBelowThen, type UnitRow } from "../../units/index.js";
import { MAX_UNITS, notFoundAt, refuseTooMany, topUnit } from "./compared-units.js";
import type { CompareRequest } from "./comparison-request.js";

/** True if the unit belonged to the compared area at the end of the year. */
export type Belonged = (unit: UnitRow, year: number) => boolean;

type Asked = Pick<CompareRequest, "under" | "kinds" | "units" | "years">;

/** The units that stood below one in any of the years, and in which of them. */
export async function comparedThen(
  session: Session,
  { under, kinds, units, years }: Asked,
): Promise<{ selected: UnitRow[]; belonged: Belonged }> {
  if (units) refuseTooMany(units.length);
  const top = await topUnit(session, under, ["input", "under"]);
  const ofYears = new Map<number, ReadonlySet<string>>();
  const all = new Map<string, UnitRow>();
  // Changes of the first year need the year before it.
  for (const year of new Set(years.flatMap((each) => [each - 1, each]))) {
    const found = await unitsBelowThen(session, top, year, MAX_UNITS + 1);
    refuseTooMany(found.length);
    const [self] = found.filter(({ unit }) => unit.id === top.id);
    const depth = self?.path.split("/").length ?? 0;
    const asked = found.filter(({ unit, path }) => {
      if (units) return units.includes(unit.code);
      return kinds ? kinds.includes(unit.kind) : path.split("/").length === depth + 1;
    });
    ofYears.set(year, new Set(asked.map(({ unit }) => unit.id)));
    if (years.includes(year)) for (const { unit } of asked) all.set(unit.code, unit);
  }
  refuseTooMany(all.size);
  const selected = units ? units.map((code, i) => named(all, code, i)) : [...all.values()];
  return { selected, belonged: (unit, year) => ofYears.get(year)?.has(unit.id) ?? false };
}

function named(all: ReadonlyMap<string, UnitRow>, code: string, i: number): UnitRow {
  const unit = all.get(code);
  if (!unit) throw notFoundAt(["input", "units", String(i)]);
  return unit;
}
