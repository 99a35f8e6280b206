import { describe, expect, it } from "vitest";
import { found, precision, readLabelled, recall, score, SENTENCES, type Score } from "./audit-eval.js";

const sentences = readLabelled(SENTENCES);
const none: Score = { right: 0, falseAlarms: 0, missed: 0 };

describe("the audit of the text, measured on labelled sentences", () => {
  it("has enough of them, half of them clean", () => {
    const clean = sentences.filter(({ expect: rules }) => rules.length === 0).length;
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    expect(clean / sentences.length).toBeGreaterThanOrEqual(0.45);
    expect(new Set(sentences.map((one) => JSON.stringify(one))).size).toBe(sentences.length);
  });

  it.each(sentences.filter(({ part }) => part === "dev"))("$text", (sentence) => {
    expect(found(sentence).sort()).toEqual([...sentence.expect].sort());
  });

  it("keeps its precision and recall on sentences that no rule was made by", () => {
    const held = score(sentences.filter(({ part }) => part === "held")).get("all") ?? none;
    expect(precision(held)).toBeGreaterThanOrEqual(0.95);
    expect(recall(held)).toBeGreaterThanOrEqual(0.9);
  });
});
