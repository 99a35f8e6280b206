import { describe, expect, it } from "vitest";
import {
  found,
  precision,
  readLabelled,
  recall,
  remarks,
  score,
  SENTENCES,
  type Labelled,
  type Score,
} from "./audit-eval.js";

const sentences = readLabelled(SENTENCES);
const none: Score = { right: 0, falseAlarms: 0, missed: 0 };

/** A sentence with every replacement taken, one after the other, as a clerk does. */
function corrected(sentence: Labelled): Labelled {
  let now = sentence;
  for (let i = 0; i < 6; i++) {
    const next = remarks(now).find(({ replacement }) => replacement)?.replacement;
    if (!next) break;
    now = { ...now, text: now.text.slice(0, next.start) + next.text + now.text.slice(next.end) };
  }
  return now;
}

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

  it("offers replacements within their excerpts, which leave nothing to replace once they are taken", () => {
    const offered = sentences.flatMap((sentence) =>
      remarks(sentence).flatMap(({ excerpt, replacement }) =>
        replacement ? [{ excerpt, replacement }] : [],
      ),
    );
    expect(offered.length).toBeGreaterThanOrEqual(450);
    const outside = offered.filter(
      ({ excerpt, replacement: { start, end } }) => start < excerpt.start || end > excerpt.end,
    );
    expect(outside).toEqual([]);
    expect(
      sentences
        .map(corrected)
        .flatMap(remarks)
        .filter(({ replacement }) => replacement),
    ).toEqual([]);
  });

  it("keeps its precision and recall on sentences that no rule was made by", () => {
    const held = score(sentences.filter(({ part }) => part === "held")).get("all") ?? none;
    expect(precision(held)).toBeGreaterThanOrEqual(0.95);
    expect(recall(held)).toBeGreaterThanOrEqual(0.9);
  });
});
