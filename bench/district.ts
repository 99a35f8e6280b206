import { createHash } from "node:crypto";
import type { UnitKind } from "../src/modules/units/index.js";

export const DISTRICTS = 30;
export const UNITS_OF_A_DISTRICT = 50;
const TOWNSHIPS_OF_A_DISTRICT = 16;
const DISTRICTS_OF_A_CITY = 10;

/** Ten years, each with an official form. The API shows none that is yet to come; those fill the tables. */
export const YEARS: readonly number[] = Array.from({ length: 10 }, (_, i) => 2019 + i);

/** The one that is asked for; a code that no real place has. */
export const DISTRICT = "990101";

export interface BenchUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly path: string;
  readonly filesReport: boolean;
}

/** The same at every run, and in no order, as real ids are. */
export const idOf = (...key: readonly (string | number)[]): string =>
  createHash("sha256").update(key.join(":")).digest("base64url").slice(0, 16);

const numbered = (n: number, digits: number): string => String(n).padStart(digits, "0");

function below(
  parent: BenchUnit | null,
  code: string,
  name: string,
  kind: UnitKind,
  filesReport = false,
): BenchUnit {
  const path = `${parent?.path ?? ""}${code}/`;
  return { id: idOf("unit", code), code, name, kind, parentId: parent?.id ?? null, path, filesReport };
}

/** A province of 30 districts with 50 units each, parents before their children. */
export function benchUnits(): BenchUnit[] {
  const province = below(null, "99", "样本省人民政府", "PROVINCE");
  const units = [province];
  for (let city = 1; city <= DISTRICTS / DISTRICTS_OF_A_CITY; city++) {
    const ofCity = below(province, `99${numbered(city, 2)}`, `样本${city}市人民政府`, "CITY");
    units.push(ofCity);
    for (let n = 1; n <= DISTRICTS_OF_A_CITY; n++) {
      const code = `${ofCity.code}${numbered(n, 2)}`;
      const district = below(ofCity, code, `样本${city}市第${n}区人民政府`, "DISTRICT");
      units.push(district, ...unitsBelow(district));
    }
  }
  return units;
}

function unitsBelow(district: BenchUnit): BenchUnit[] {
  const place = district.name.replace("人民政府", "");
  return Array.from({ length: UNITS_OF_A_DISTRICT }, (_, i) =>
    i < TOWNSHIPS_OF_A_DISTRICT
      ? below(district, `${district.code}${numbered(i + 1, 3)}`, `${place}第${i + 1}镇人民政府`, "TOWN", true)
      : below(district, `${district.code}-d${numbered(i, 2)}`, `${place}第${i}局`, "DEPARTMENT", true),
  );
}
