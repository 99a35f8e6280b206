import type { NewUnit } from "../src/units/api.js";

const DISTRICTS = 30;
const DISTRICTS_OF_A_CITY = 10;
export const UNITS_OF_A_DISTRICT = 50;
const TOWNS_OF_A_DISTRICT = 16;

/** Ten years, each with an official form. The API shows none that is yet to come; those fill the tables. */
export const YEARS: readonly number[] = Array.from({ length: 10 }, (_, i) => 2019 + i);

/** The one that is asked for; a code that no real place has. */
export const DISTRICT = "990101";

/** Of another district: it has no report of that year, until it derives one from its ledgers. */
export const DERIVING = { unitCode: "990102001", year: 2024 };

export interface BenchUnit extends NewUnit {
  readonly parentCode: string | null;
}

/** The 1,000 units of the first two cities. */
export const keepsLedgers = ({ code, filesReport }: Pick<BenchUnit, "code" | "filesReport">): boolean =>
  filesReport && !code.startsWith("9903");

/** A province of 30 districts with 50 units each, parents before their children. */
export function benchUnits(): BenchUnit[] {
  const units = [unit(null, "99", "样本省人民政府", "PROVINCE")];
  for (let city = 1; city <= DISTRICTS / DISTRICTS_OF_A_CITY; city++) {
    const cityCode = `99${numbered(city, 2)}`;
    units.push(unit("99", cityCode, `样本${city}市人民政府`, "CITY"));
    for (let n = 1; n <= DISTRICTS_OF_A_CITY; n++)
      units.push(...district(cityCode, `${cityCode}${numbered(n, 2)}`, `样本${city}市第${n}区`));
  }
  return units;
}

function district(cityCode: string, code: string, place: string): BenchUnit[] {
  const below = Array.from({ length: UNITS_OF_A_DISTRICT }, (_, i) =>
    i < TOWNS_OF_A_DISTRICT
      ? unit(code, `${code}${numbered(i + 1, 3)}`, `${place}第${i + 1}镇人民政府`, "TOWN")
      : unit(code, `${code}-d${numbered(i, 2)}`, `${place}第${i}局`, "DEPARTMENT"),
  );
  return [unit(cityCode, code, `${place}人民政府`, "DISTRICT"), ...below];
}

const unit = (parentCode: string | null, code: string, name: string, kind: BenchUnit["kind"]): BenchUnit => ({
  parentCode,
  code,
  name,
  kind,
  shortName: name,
  aliases: [],
  filesReport: kind === "TOWN" || kind === "DEPARTMENT",
  establishedOn: null,
});

const numbered = (n: number, digits: number): string => String(n).padStart(digits, "0");
