import type { Division } from "../seeds/national/divisions.js";

const CITY_DIGITS = 4;
const CITIES_OF_A_PROVINCE = 100;

/** The country with so many times the cities in the same provinces, each copy under a code that no real city has. */
export function multiplied(divisions: readonly Division[], times: number): Division[] {
  const taken = new Set(divisions.filter(({ kind }) => kind === "CITY").map(({ code }) => code));
  const copies = Array.from(
    { length: times - 1 },
    () => new Map([...taken].map((code) => [code, free(code)])),
  );

  function free(code: string): string {
    for (let n = 0; n < CITIES_OF_A_PROVINCE; n++) {
      const candidate = code.slice(0, 2) + String(n).padStart(2, "0");
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
    throw new Error("a province has no room for so many copies");
  }

  const copied = (copy: ReadonlyMap<string, string>, division: Division): Division => ({
    ...division,
    code: recoded(copy, division.code),
    parentCode: division.parentCode && recoded(copy, division.parentCode),
  });
  const belowProvinces = divisions.filter(({ kind }) => kind !== "PROVINCE");
  return [
    ...divisions,
    ...copies.flatMap((copy) => belowProvinces.map((division) => copied(copy, division))),
  ];
}

const recoded = (copy: ReadonlyMap<string, string>, code: string): string =>
  (copy.get(code.slice(0, CITY_DIGITS)) ?? code.slice(0, CITY_DIGITS)) + code.slice(CITY_DIGITS);
