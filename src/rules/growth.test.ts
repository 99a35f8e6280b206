import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, street } from "./suqian-check.fixture.js";
import type { SectionKey } from "../forms/index.js";
import type { LedgerFacts } from "./ledger-facts.js";

/**
 * How many characters regular expressions go through while `run` works: every search is charged the text from where it
 * began to where it ended, so a rule that searches a text anew at each match is charged for all of it each time.
 */
function charactersSearched(run: () => unknown): number {
  const native = RegExp.prototype.exec;
  let searched = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = native.call(this, text);
    const end = found ? found.index + found[0].length : this.sticky ? from + 1 : text.length;
    searched += Math.max(1, end - from);
    return found;
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = native;
  }
  return searched;
}

const LEDGER: LedgerFacts = {
  values: new Map(),
  explained: new Set(),
  disclosed: {
    total: 911,
    byChannel: { WEBSITE: 59 },
    categories: [{ name: "财政信息", names: ["财政信息", "财政数据"], total: 1, onChannels: [1] }],
    late: [],
  },
  requests: null,
  remedies: null,
  figures: { CONGRESS_SUGGESTION: 3, CPPCC_PROPOSAL: 5 },
};
const SECTIONS: readonly SectionKey[] = ["INTRODUCTION", "OVERVIEW", "PROBLEMS", "OTHER_MATTERS"];
const LENGTH = 3_000;

const work = (text: string): number =>
  charactersSearched(() =>
    check({
      ...street,
      ledger: LEDGER,
      sections: Object.fromEntries(SECTIONS.map((section) => [section, text])),
    }),
  );

/** Twice the text may take twice the work, and a little that texts of any length take. */
function expectLinear(piece: string, times: number): void {
  const [once, twice] = [work(piece.repeat(times)), work(piece.repeat(2 * times))];
  expect(twice).toBeLessThanOrEqual(2.1 * once + 2_000);
}

describe("R7 the rules over text", () => {
  it.each([
    "官网1条。",
    "官网1条",
    "官网、微信1条，",
    "网站共公开1条",
    "政府网站共公开信息1条、",
    "2023年",
    "上年官网1条",
    "财政信息1条",
    "，财政数据2条",
    "人大代表建议1件",
    "2023年1月1日至12月31日",
    "2023.1.1-2023.12.30",
    "统计1月1日至2月3日公示",
    "1",
    "—",
    "问题改进，",
    "（",
    "\n",
  ])("go through a text of %j in a few passes, however long it is", (piece) => {
    const times = Math.floor(LENGTH / piece.length);
    expectLinear(piece, times);
    expect(work(piece.repeat(times))).toBeLessThanOrEqual(60 * SECTIONS.length * LENGTH);
  });

  it("grow no faster than any text that is made of their own words", () => {
    const WORDS = [
      ..."，。；：、（和等共1年月日至—　",
      ...["官网", "微信", "网站", "公开", "12条", "3件", "2023年", "上年", "同期", "1月1日", "统计", "公示"],
      ...["共主动公开政府信息", "人大代表建议", "政协提案", "财政信息"],
    ];
    const pieces = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 });
    fc.assert(
      // Long enough that the stretches which one figure looks over are short beside the text.
      fc.property(pieces, (words) => expectLinear(words.join(""), Math.ceil(LENGTH / words.join("").length))),
      { numRuns: 50 },
    );
  });
});
