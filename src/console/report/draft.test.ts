import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { changesOf, conflictsOf, countChanges, joined, type Sheet, tidy } from "./draft.js";

const sheets = fc.record({
  cells: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("", "1", "2", "3")),
  differences: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("", "why")),
  texts: fc.dictionary(fc.constantFrom("OVERVIEW", "PROBLEMS"), fc.constantFrom("", "x", "y")),
});
const at = (sheet: Sheet, part: keyof Sheet, key: string): string => sheet[part][key] ?? "";
const PLACES = [
  ...["a", "b", "c"].map((key) => ["cells", key] as const),
  ...["a", "b"].map((key) => ["differences", key] as const),
  ...["OVERVIEW", "PROBLEMS"].map((key) => ["texts", key] as const),
];

describe("two clerks on one report", () => {
  it("lose nothing: each place is mine where only I changed it, theirs where only they did, asked where both did", () => {
    fc.assert(
      fc.property(sheets, sheets, sheets, fc.constantFrom("mine", "theirs"), (base, mine, theirs, choice) => {
        const asked = conflictsOf(base, mine, theirs);
        const all = joined(base, mine, theirs, () => choice);
        for (const [part, key] of PLACES) {
          const [was, my, their] = [at(base, part, key), at(mine, part, key), at(theirs, part, key)];
          const conflict = my !== was && their !== was && my !== their;
          expect(asked.some((one) => one.part === part && one.key === key)).toBe(conflict);
          const expected = conflict ? (choice === "mine" ? my : their) : my !== was ? my : their;
          expect(at(all, part, key)).toBe(expected);
        }
      }),
    );
  });

  it("send only what changed", () => {
    fc.assert(
      fc.property(sheets, sheets, (base, mine) => {
        const { cells, sections } = changesOf(base, mine);
        expect(cells.length + sections.length > 0).toBe(countChanges(base, mine) > 0);
        for (const { code, value } of cells) expect(value ?? "").toBe(at(mine, "cells", code));
      }),
    );
  });
});

it.each([
  ["１，２３４", "1234"],
  [" 12 ", "12"],
  ["1.50", "1.50"],
  ["－3", "-3"],
  ["", ""],
])("reads %j as it is pasted from Word or Excel", (typed, read) => expect(tidy(typed)).toBe(read));
