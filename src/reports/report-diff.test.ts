import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOf } from "../forms/index.js";
import { cellDifferences, sectionDifferences, sentencesOf } from "./report-diff.js";

describe("sentences", () => {
  it.each([
    ["", []],
    ["第一句。第二句；第三句", ["第一句。", "第二句；", "第三句"]],
    ["他说：“好。”然后走了！", ["他说：“好。”", "然后走了！"]],
    ["一、标题\n正文。\n\n末段", ["一、标题\n", "正文。\n", "\n", "末段"]],
    ["3.14 元。", ["3.14 元。"]],
    ["？？！", ["？？！"]],
  ])("of %j", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it("are the text again, whatever it is", () => {
    const piece = fc.constantFrom("。", "；", "！", "\n", "”", "（", "字", "a", " ", "3.1");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(sentencesOf(pieces.join("")).join("")).toBe(pieces.join(""));
      }),
    );
  });
});

describe("sections", () => {
  it("tell which sentences came and went, of those that differ", () => {
    const before = { OVERVIEW: "甲。乙。丙。", PROBLEMS: "同。" };
    const after = { OVERVIEW: "甲。丁。丙。", PROBLEMS: "同。", INTRODUCTION: "新。" };
    expect(sectionDifferences(["INTRODUCTION", "OVERVIEW", "PROBLEMS"], before, after)).toEqual([
      { key: "INTRODUCTION", sentences: [{ kind: "ADDED", item: "新。" }] },
      {
        key: "OVERVIEW",
        sentences: [
          { kind: "KEPT", item: "甲。" },
          { kind: "REMOVED", item: "乙。" },
          { kind: "ADDED", item: "丁。" },
          { kind: "KEPT", item: "丙。" },
        ],
      },
    ]);
  });
});

describe("cells", () => {
  const format = formatOf("2021");
  const at = (values: Readonly<Record<string, number>>) => ({
    format,
    values: format.cells.map(({ code }) => values[code] ?? null),
  });
  const LICENCES = "proactive.licences.decisions";
  const FEES = "proactive.fees.amount";

  it("differ by value; a blank is not 0, and has no difference to a number", () => {
    expect(
      cellDifferences(at({ [LICENCES]: 3, [FEES]: 12_500 }), at({ [LICENCES]: 1, [FEES]: 12_500 })),
    ).toEqual([{ code: LICENCES, before: "3", after: "1", change: "-2" }]);
    expect(cellDifferences(at({ [LICENCES]: 0 }), at({}))).toEqual([
      { code: LICENCES, before: "0", after: null, change: null },
    ]);
    expect(cellDifferences(at({ [FEES]: 1_250_000 }), at({ [FEES]: 2_000_000 }))).toEqual([
      { code: FEES, before: "1.25", after: "2", change: "0.75" },
    ]);
  });

  it("are none between equal states", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (value) => {
        expect(cellDifferences(at({ [LICENCES]: value }), at({ [LICENCES]: value }))).toEqual([]);
      }),
    );
  });
});
