import { showCellValue } from "../forms/index.js";
import { placeOf } from "./cell-reading.js";
import type { Check, Spotted } from "./rule.js";

/** R01: a member has not filed, or a unit is missing in what a member brings. */
export const memberMissing: Check = ({ rollUp }) => {
  const units = rollUp ? [...rollUp.missing, ...rollUp.missingBelow] : [];
  return units.length > 0 ? [{ at: "members", detail: { units } }] : [];
};

/**
 * R02: the sum of the members is not what the 本级汇总 says, and the office gave no reason. While a member is missing
 * nobody can tell which is right, so it is only told.
 */
export const memberSum: Check = (input) => {
  const { rollUp, format, values } = input;
  if (!rollUp) return [];
  return format.cells
    .filter((cell) => !cell.computed && !rollUp.explained.has(cell.code))
    .flatMap((cell): Spotted[] => {
      const expected = rollUp.sums[cell.position] ?? null;
      const actual = values[cell.position] ?? null;
      if ((expected ?? 0) === (actual ?? 0)) return [];
      const severity = rollUp.missing.length > 0 ? ({ severity: "INFO" } as const) : {};
      return [
        {
          at: cell.code,
          places: [placeOf(input, cell)],
          expected: showCellValue(cell, expected ?? 0),
          actual: actual === null ? null : showCellValue(cell, actual),
          detail: { missing: rollUp.missing.length },
          ...severity,
        },
      ];
    });
};

/** R03: members filed on different forms, so that not every cell is the sum of all. */
export const mixedFormats: Check = ({ rollUp }) =>
  rollUp && rollUp.formats.length > 1 ? [{ at: "formats", detail: { formats: rollUp.formats } }] : [];

/** R04: a member's version changed after it was added up. */
export const memberAmended: Check = ({ rollUp }) =>
  rollUp && rollUp.amended.length > 0 ? [{ at: "members", detail: { units: rollUp.amended } }] : [];

/** D07: a government's report is out by 31 March (条例 §49(2)). */
export const publishedLate: Check = ({ scope, firstPublishedOn, publishedOn, today, dueOn }) => {
  const on = firstPublishedOn ?? publishedOn ?? today;
  return scope === "SYSTEM" && on > dueOn ? [{ at: "publication", detail: { dueOn, on } }] : [];
};
