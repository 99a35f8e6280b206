import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readGlossary } from "./read-glossary";
import { topicOf } from "./topic-of";
import { TOPICS } from "./topics.data";

describe("the help of the pages", () => {
  it.each([
    ["/", "work"],
    ["/ledgers/requests/371003003", "requests"],
    ["/ledgers/requests/371003003/abc", "request"],
    ["/ledgers/remedies/371003003/abc", "remedies"],
    ["/report/371003003/2023", "form"],
    ["/report/371003003/2023/text", "text"],
    ["/district/371003/2023/compare?view=table", "compare"],
    ["/admin/letters/371003", "letters"],
    ["/questions/library.x", "questions"],
    ["/dashboards/1", "questions"],
    ["/search?q=1", "search"],
  ])("%s is about %s, which has a text", (address, key) => {
    expect(topicOf(address)).toBe(key);
    expect(TOPICS.map((topic) => topic.key)).toContain(key);
  });

  it("says everything in Chinese and in English, and each topic once", () => {
    const pairs = TOPICS.flatMap(({ title, law, steps, keys, mistakes }) => [
      title,
      ...law,
      ...steps,
      ...keys,
      ...mistakes,
    ]);
    expect(pairs.filter(([zh, en]) => !/\p{Script=Han}/u.test(zh) || /^\p{Script=Han}/u.test(en))).toEqual(
      [],
    );
    expect(new Set(TOPICS.map(({ key }) => key)).size).toBe(TOPICS.length);
  });

  it("reads every row of the glossary, with the official term first", () => {
    const text = readFileSync("docs/glossary.md", "utf8");
    const groups = readGlossary(text);
    const terms = groups.flatMap((group) => group.terms);
    expect(terms).toHaveLength((text.match(/^\| (?:\d+ +\| )?`/gm) ?? []).length);
    expect(terms.find(({ identifier }) => identifier === "requests.received")?.chinese).toMatch(
      /^一、本年新收/,
    );
    expect(groups.map(({ name }) => name)).toContain("Units · 单位");
  });
});
