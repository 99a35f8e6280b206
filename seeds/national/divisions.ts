import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { UnitKind } from "../../src/units/index.js";

/** 行政区划: one of the real tree, with its code of GB/T 2260 and 民政部's codes of townships. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly kind: Exclude<UnitKind, "DEPARTMENT" | "ZONE">;
  readonly parentCode: string | null;
}

const KINDS = ["PROVINCE", "CITY", "DISTRICT"] as const;
/** 街道 have the lowest numbers of a district's townships. */
const FIRST_TOWN = 100;

/** Reads the file that scripts/make-divisions.mjs wrote: parents before their children, each level in the order of codes. */
export const readDivisions = (path: string): Division[] =>
  parseDivisions(brotliDecompressSync(readFileSync(path)).toString());

export function parseDivisions(lines: string): Division[] {
  const divisions: Division[] = [];
  const above: string[] = [];
  for (const line of lines.split("\n")) {
    if (line === "") continue;
    const [own = "", ...townships] = line.trimStart().split("|");
    const depth = line.length - line.trimStart().length;
    const kind = KINDS[depth];
    if (!kind) throw new Error(`no level of government stands so deep: ${own}`);
    const parentCode = depth === 0 ? null : (above[depth - 1] ?? "");
    const division = { ...split(own, 2, parentCode ?? ""), kind, parentCode };
    above[depth] = division.code;
    divisions.push(division, ...townships.map((text) => township(text, division)));
  }
  return divisions;
}

/** What a code adds to its parent's, and the name. */
const split = (text: string, digits: number, parentCode: string): Pick<Division, "code" | "name"> => ({
  code: parentCode + text.slice(0, digits),
  name: text.slice(digits),
});

const TOWNSHIP_DIGITS = 9;

function township(text: string, parent: Division): Division {
  const found = split(text, TOWNSHIP_DIGITS - parent.code.length, parent.code);
  const kind = Number(found.code.slice(-3)) < FIRST_TOWN ? "SUBDISTRICT" : "TOWN";
  return { ...found, kind, parentCode: parent.code };
}
