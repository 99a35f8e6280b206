import { describe, expect, it } from "vitest";
import { REQUEST_OUTCOMES, type RequestOutcome } from "../../ledgers/requests/index.js";
import { LETTER_KINDS, letterSpec, tagsOf } from "./letters.data.js";
import { articlesIn, articleWords } from "./outcomes.data.js";
import { SAMPLE } from "./sample.data.js";
import { contradictions, remedyClause, remedyMode } from "./remedies.js";
import { defaultTemplate, filled, templateProblem, textOf } from "./template.js";

const NOW = { decidedOn: "2026-01-20", queryMatter: "CHOICE" } as const;
const BODIES = { review: "威海市文登区人民政府", court: "威海市文登区人民法院", online: null };
const OUTCOMES = Object.keys(REQUEST_OUTCOMES) as RequestOutcome[];

describe("the remedies of a decision", () => {
  it("are review first for refusals since 2024, a choice for all else", () => {
    const reviewFirst = OUTCOMES.filter((outcome) => remedyMode([outcome], NOW) === "REVIEW_FIRST");
    expect(reviewFirst).toEqual(
      OUTCOMES.filter((o) => o.startsWith("DENIED_") && o !== "DENIED_QUERY_MATTER"),
    );
    expect(remedyMode(["PARTIAL"], NOW)).toBe("MIXED");
    for (const outcome of OUTCOMES)
      expect(remedyMode([outcome], { ...NOW, decidedOn: "2023-12-31" })).toBe("CHOICE");
  });

  it("follow the district for registry queries, and are mixed where the items differ", () => {
    expect(remedyMode(["DENIED_QUERY_MATTER"], { ...NOW, queryMatter: "REVIEW_FIRST" })).toBe("REVIEW_FIRST");
    expect(remedyMode(["UNABLE_NOT_HELD", "DENIED_CASE_FILE"], NOW)).toBe("MIXED");
    expect(remedyMode(["DENIED_PROCESS", "DENIED_CASE_FILE"], NOW)).toBe("REVIEW_FIRST");
  });

  it("name one body, the terms, and the online channel where there is one", () => {
    const clause = remedyClause("REVIEW_FIRST", { ...BODIES, online: "某复议平台" });
    for (const part of [
      "应当先",
      "六十日",
      "威海市文登区人民政府",
      "十五日",
      "威海市文登区人民法院",
      "某复议平台",
    ])
      expect(clause).toContain(part);
    expect(clause).not.toContain("六个月");
    expect(remedyClause("CHOICE", BODIES)).toMatch(/六十日.*也可以.*六个月/);
    expect(remedyClause("NONE", BODIES)).toBe("");
  });

  it.each(["REVIEW_FIRST", "CHOICE", "MIXED"] as const)("%s: the clause agrees with itself", (mode) => {
    const clause = remedyClause(mode, BODIES);
    expect(contradictions(`现答复如下。${clause}特此答复。`, mode, clause)).toEqual([]);
  });

  it.each([
    ["REVIEW_FIRST", "也可以直接向人民法院提起行政诉讼。", ["OFFERS_CHOICE"]],
    ["CHOICE", "应当先申请行政复议。", ["DEMANDS_REVIEW"]],
    ["CHOICE", "可以向上一级主管部门申请行政复议。", ["TWO_BODIES"]],
  ] as const)("%s is contradicted by “%s”", (mode, more, found) => {
    const clause = remedyClause(mode, BODIES);
    expect(contradictions(`${clause}${more}`, mode, clause)).toEqual(found);
  });

  it("are missed where a template left them out, and have no place in a procedural letter", () => {
    expect(contradictions("特此答复。", "CHOICE", remedyClause("CHOICE", BODIES))).toEqual([
      "CLAUSE_MISSING",
    ]);
    expect(contradictions("可以申请行政复议", "NONE", "")).toEqual(["SPEAKS_OF_REMEDIES"]);
  });
});

describe("articles", () => {
  it.each([
    ["§36(1)(2)", "《中华人民共和国政府信息公开条例》第三十六条第（一）项、第（二）项"],
    ["§16(2)", "《中华人民共和国政府信息公开条例》第十六条第二款"],
    ["§15、§32", "《中华人民共和国政府信息公开条例》第十五条、第三十二条"],
    ["《保守国家秘密法》第二条", "《保守国家秘密法》第二条"],
  ])("%s reads %s", (article, words) => {
    expect(articleWords(article)).toBe(words);
  });

  it("are found as signs and as words", () => {
    expect(articlesIn("§15、§32")).toEqual([15, 32]);
    expect(articlesIn("第三十六条第（一）项")).toEqual([36]);
  });
});

describe("the templates", () => {
  it.each(LETTER_KINDS)(
    "%s: the product's own is accepted as a district's, and keeps its words",
    async (kind) => {
      const template = await defaultTemplate(kind);
      expect(await templateProblem(kind, template)).toBeNull();
      const values = Object.fromEntries(
        [...tagsOf(kind)].map((tag) => [tag, tag === "." ? "" : [`值${tag}`]]),
      );
      const text = await textOf(filled(template, values));
      for (const tag of tagsOf(kind)) if (tag !== ".") expect(text).toContain(`值${tag}`);
      expect(text).not.toMatch(/\{\{|\}\}|undefined/);
    },
  );

  it("name no remedies of their own, and a procedural letter has no place for them", () => {
    for (const kind of LETTER_KINDS) {
      const { lines, remedies } = letterSpec(kind);
      expect([kind, tagsOf(kind).has("救济")]).toEqual([kind, remedies]);
      expect(lines.map(({ text }) => text).join("")).not.toMatch(/行政复议|行政诉讼/);
    }
  });

  it("are refused without what a letter must say, with unknown tags, open loops, or no Word file at all", async () => {
    const refused = async (kind: "DECISION" | "CORRECTION", change: (xml: string) => string) =>
      (await templateProblem(kind, await changed(kind, change)))?.en;
    expect(await refused("DECISION", (xml) => xml.replaceAll("{{救济}}", ""))).toBe("Tags are missing: 救济");
    expect(await refused("CORRECTION", (xml) => xml.replace("{{收到日期}}", "{{电话}}"))).toBe(
      "Unknown tags: 电话",
    );
    expect(await refused("DECISION", (xml) => xml.replace("{{/事项}}", ""))).toBe(
      "The template's tags do not close",
    );
    expect((await templateProblem("DECISION", Buffer.from("hello")))?.en).toMatch(/\.docx/);
    expect((await templateProblem("DECISION", Buffer.alloc(40_001)))?.en).toMatch(/40000/);
  });
});

async function changed(kind: "DECISION" | "CORRECTION", change: (xml: string) => string): Promise<Buffer> {
  const { unzipSync, zipSync } = await import("fflate");
  const files = unzipSync(await defaultTemplate(kind));
  const name = "word/document.xml";
  const xml = change(Buffer.from(files[name] ?? []).toString());
  return Buffer.from(zipSync({ ...files, [name]: Buffer.from(xml) }));
}

it("every tag has a made-up value for samples", () => {
  const tags = new Set(LETTER_KINDS.flatMap((kind) => [...tagsOf(kind)]));
  expect([...tags].filter((tag) => tag !== "." && !(tag in SAMPLE))).toEqual([]);
  expect(Object.keys(SAMPLE).filter((tag) => !tags.has(tag))).toEqual([]);
});
