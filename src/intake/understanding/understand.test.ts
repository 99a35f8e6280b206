import { describe, expect, it } from "vitest";
import { readHtml, readText, type SourceDocument } from "../../reading/index.js";
import {
  figuresOf,
  formOf,
  lines,
  pageHtml,
  printedTables,
  tableHtml,
  type Page,
  type PrintedRow,
} from "./report-page.fixture.js";
import { understand, type Understood } from "./understand.js";

const html = (source: string): SourceDocument => readHtml(source, "utf-8");
const valuesOf = ({ cells }: Understood): Record<string, string | null> =>
  Object.fromEntries(cells.map(({ code, value }) => [code, value]));
const codesOf = ({ doubts }: Understood): string[] => [...new Set(doubts.map(({ code }) => code))];

const form = formOf("2021");
const figures = figuresOf(form);
const printed = printedTables(form, figures);
const all = Object.fromEntries(figures);
const only = (start: string): Record<string, string> =>
  Object.fromEntries([...figures].filter(([code]) => code.startsWith(start)));

const page = (more: Page = {}): string =>
  pageHtml({
    proactive: tableHtml(printed.proactive),
    requests: tableHtml(printed.requests),
    remedies: tableHtml(printed.remedies),
    ...more,
  });
const changed = (rows: readonly PrintedRow[], from: string | RegExp, to: string): PrintedRow[] =>
  rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace(from, to) })));

describe("a report as printed", () => {
  it.each(["2019", "2021"] as const)("of the form of %s gives every figure and text", (code) => {
    const format = formOf(code);
    const own = figuresOf(format);
    const tables = printedTables(format, own);
    const year = code === "2019" ? 2020 : 2023;
    const title = `清河镇人民政府${year}年政府信息公开工作年度报告`;
    const problems = format.sections.find(({ key }) => key === "PROBLEMS")?.heading ?? "";
    const found = understand(
      html(
        pageHtml({
          title,
          proactive: tableHtml(tables.proactive),
          requests: tableHtml(tables.requests),
          remedies: tableHtml(tables.remedies),
        })
          .replaceAll("2023年1月", `${year}年1月`)
          .replace("五、存在的主要问题及改进情况", problems),
      ),
    );
    expect(valuesOf(found)).toEqual(Object.fromEntries(own));
    expect(found).toMatchObject({
      format: code,
      unitName: { value: "清河镇人民政府" },
      year: { value: year },
      signedOn: { value: "2024-01-12" },
      doubts: [],
    });
    expect(found.sections).toMatchObject([
      { key: "INTRODUCTION", body: `本报告由六部分组成，统计期限为${year}年1月1日至12月31日。` },
      { key: "OVERVIEW", body: "（一）主动公开。公开 12 条。\n（二）依申请公开。" },
      { key: "PROBLEMS", body: "人手不足，将加强培训。" },
      { key: "OTHER_MATTERS", body: "未收取信息处理费。" },
    ]);
    expect(found.cells.every(({ certainty }) => certainty === "SURE")).toBe(true);
    expect(found.cells.find((cell) => cell.code === "requests.carriedOut.total")?.place).toMatchObject({
      table: 2,
      column: 10,
    });
  });

  it("is found by its words in whatever order its tables stand, below no heading", () => {
    const found = understand(
      html([printed.remedies, printed.requests, printed.proactive].map(tableHtml).join("<p>表</p>")),
    );
    expect(valuesOf(found)).toEqual(all);
  });
});

describe("spellings and layouts that are seen", () => {
  const CASES: readonly (readonly [name: string, source: () => string])[] = [
    [
      "radicals and full-width brackets",
      () => page({ requests: tableHtml(changed(printed.requests, "自然人", "⾃然⼈")) }),
    ],
    [
      "traditional characters",
      () => page({ requests: tableHtml(changed(printed.requests, "商业企业", "商業企業")) }),
    ],
    [
      "words with blanks and line ends",
      () =>
        page({
          requests: tableHtml(
            changed(changed(printed.requests, "商业企业", "商业\n企业"), "科研机构", "科研 机构"),
          ),
        }),
    ],
    [
      "variants of table 二",
      () =>
        page({
          proactive: tableHtml(
            changed(
              changed(
                changed(printed.proactive, "行政规范性文件", "规 范性文件"),
                "现行有效件数",
                "现在行有效件数（历史累计）",
              ),
              "本年制发件数",
              "本年（2023）制发件数",
            ),
          ),
        }),
    ],
    [
      "variants of table 三",
      () =>
        page({
          requests: tableHtml(
            changed(
              changed(printed.requests, "三类内部事务", "三类内容事务"),
              "只计这一情形",
              "只计这一情况",
            ),
          ),
        }),
    ],
    [
      "notes behind a label",
      () =>
        page({
          requests: tableHtml(
            changed(printed.requests, "1.属于国家秘密", "1.属于国家秘密 填报说明：依照条例第十四条"),
          ),
        }),
    ],
    [
      "sub-rows with their number only",
      () => page({ requests: tableHtml(changed(printed.requests, /^(\d)\.[属危保其].*/, "$1.")) }),
    ],
    [
      "an empty leading column",
      () => page({ requests: tableHtml(printed.requests.map((row) => [{ text: "" }, ...row])) }),
    ],
    [
      "a header whose columns nobody can tell",
      () => page({ requests: tableHtml(printed.requests.slice(3)) }),
    ],
    ["a table for layout around all", () => `<table><tr><td>${page()}</td><td>导航</td></tr></table>`],
    [
      "thousands with commas and words of counting",
      () => page({ proactive: tableHtml(changed(printed.proactive, /^(\d)$/, "$1件")) }),
    ],
  ];

  it.each(CASES.map(([name, source]) => ({ name, source })))("$name", ({ source }) => {
    expect(valuesOf(understand(html(source())))).toEqual(all);
  });

  it("a header cut into two rows", () => {
    const [note, , ...rows] = printed.requests;
    const cut = ["自然人", "商业|企业", "科研|机构", "社会公益|组织", "法律服务|机构", "其他", "总计"].map(
      (word) => word.split("|"),
    );
    const header = [note ?? [], ...[0, 1].map((i) => cut.map((word) => ({ text: word[i] ?? "" })))];
    expect(
      valuesOf(
        understand(
          html(
            page({
              requests: tableHtml([...header, ...rows.slice(1)]),
            }),
          ),
        ),
      ),
    ).toEqual(all);
  });

  it("figures that do not stand below their headings", () => {
    const shifted = printed.proactive.map((row) =>
      row.map(({ text, columns }) => ({ text, columns: /^\d+$/.test(text) ? 1 : columns })),
    );
    expect(valuesOf(understand(html(page({ proactive: tableHtml(shifted) }))))).toEqual(all);
  });

  it("table 四 as three blocks", () => {
    const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map((text) => ({ text }));
    const values = printed.remedies.at(-1) ?? [];
    const blocks = ["行政复议", "未经复议直接起诉", "复议后起诉"].map((name, i) =>
      tableHtml([[{ text: name, columns: 5 }], outcomes, values.slice(i * 5, i * 5 + 5)]),
    );
    expect(valuesOf(understand(html(page({ remedies: blocks.join("") }))))).toEqual(all);
  });
});

describe("tables that became lines", () => {
  it("one cell a line", () => {
    const found = understand(
      html(
        pageHtml({
          proactive: lines(printed.proactive),
          requests: lines(printed.requests),
          remedies: lines(printed.remedies),
        }),
      ),
    );
    expect(valuesOf(found)).toEqual(all);
    expect(new Set(found.cells.map(({ certainty }) => certainty))).toEqual(new Set(["LIKELY"]));
  });

  it("a row a line, with bars between the cells", () => {
    const barred = (rows: readonly PrintedRow[]): string =>
      rows.map((row) => `<p>| ${row.map(({ text }) => text).join(" | ")} |</p>`).join("");
    const found = understand(
      html(
        pageHtml({
          proactive: barred(printed.proactive),
          requests: barred(printed.requests),
          remedies: barred(printed.remedies),
        }),
      ),
    );
    expect(valuesOf(found)).toEqual(all);
  });

  it("characters stacked by a flip book, the figures in one line", () => {
    const values = (printed.remedies.at(-1) ?? []).map(({ text }) => text).join(" ");
    const found = understand(
      html(
        pageHtml({ remedies: `<p>结果 结果 其他 尚未 总</p><p>维持 纠正 结果 审结 计</p><p>${values}</p>` }),
      ),
    );
    expect(valuesOf(found)).toEqual(only("remedies."));
  });

  it("without blanks: two figures are 自然人 and 总计, one is 总计", () => {
    const found = understand(
      html(
        pageHtml({
          requests: "<p>一、本年新收政府信息公开申请数量</p><p>3</p><p>3</p><p>（一）予以公开</p><p>2</p>",
        }),
      ),
    );
    expect(valuesOf(found)).toEqual({
      "requests.received.naturalPerson": "3",
      "requests.received.total": "3",
      "requests.granted.total": "2",
    });
    expect(codesOf(found)).toContain("GUESSED_BY_POSITION");
  });

  it("with 总计 in front, which the sum tells", () => {
    const found = understand(
      html(
        pageHtml({
          requests:
            "<p>一、本年新收政府信息公开申请数量</p><p>9</p><p>4</p><p>5</p><p>0</p><p>0</p><p>0</p><p>0</p>",
        }),
      ),
    );
    expect(valuesOf(found)).toMatchObject({
      "requests.received.total": "9",
      "requests.received.naturalPerson": "4",
      "requests.received.enterprise": "5",
    });
  });

  it("a sentence, which is doubtful", () => {
    const found = understand(
      html(
        pageHtml({
          proactive:
            "<p>本年制发行政规范性文件3件，废止1件，现行有效12件；行政事业性收费收费金额251000元。</p>",
        }),
      ),
    );
    expect(found.cells.map(({ code, value, certainty }) => [code, value, certainty])).toEqual([
      ["proactive.normativeDocuments.issued", "3", "DOUBTFUL"],
      ["proactive.normativeDocuments.repealed", "1", "DOUBTFUL"],
      ["proactive.normativeDocuments.inForce", "12", "DOUBTFUL"],
      ["proactive.fees.amount", "25.1", "DOUBTFUL"],
    ]);
    expect(codesOf(found)).toContain("CONVERTED");
  });
});

describe("what is blank or strange", () => {
  it("is blank or a sign, never zero", () => {
    const few = new Map([...figures].filter(([code]) => code.endsWith(".total")));
    const found = understand(
      html(
        page({
          requests: tableHtml(changed(printedTables(form, few).requests, /^$/, "")),
          proactive: tableHtml(changed(printed.proactive, /^1$/, "/")),
        }),
      ),
    );
    expect(valuesOf(found)).toMatchObject({
      "requests.received.naturalPerson": null,
      "requests.received.total": figures.get("requests.received.total"),
      "proactive.regulations.issued": null,
    });
    expect(codesOf(found)).toEqual(["BLANK_MARK"]);
  });

  it("is a vague or impossible number: told with its place, not taken", () => {
    const found = understand(
      html(page({ proactive: tableHtml(changed(printed.proactive, /^1$/, "约3件")) })),
    );
    expect(valuesOf(found)["proactive.regulations.issued"]).toBeUndefined();
    expect(found.doubts).toMatchObject([
      { code: "VALUE_NOT_UNDERSTOOD", place: { table: 1, row: 3, column: 2 }, excerpt: "约3件" },
    ]);
  });

  it("is a row that the form does not have", () => {
    const rows = [
      ...printed.proactive,
      [{ text: "其他主动公开文件" }, { text: "7" }, { text: "8" }, { text: "9" }],
    ];
    const found = understand(html(page({ proactive: tableHtml(rows) })));
    expect(valuesOf(found)).toEqual(all);
    expect(found.doubts).toMatchObject([
      { code: "ROW_NOT_UNDERSTOOD", place: { table: 1, row: 15 }, excerpt: "其他主动公开文件 7 8 9" },
    ]);
  });

  it("is a picture: no figure, and told", () => {
    const found = understand(
      html(
        pageHtml({
          proactive: "<img src=a.png>",
          requests: "<p>[image: 1705995664987]</p>",
          remedies: "<p>（略）</p>",
        }),
      ),
    );
    expect(found.cells).toEqual([]);
    expect(found.doubts.map(({ code }) => code)).toEqual([
      "S04_TABLE_IMAGE",
      "S04_TABLE_IMAGE",
      "TABLE_NOT_FOUND",
    ]);
  });

  it("is a table 三 twice", () => {
    const other = tableHtml(changed(printed.requests, /^(\d+)$/, "9$1"));
    const found = understand(html(page({ requests: tableHtml(printed.requests) + other })));
    expect(valuesOf(found)).toEqual(all);
    expect(found.cells.find(({ code }) => code === "requests.received.total")?.certainty).toBe("DOUBTFUL");
    expect(found.doubts).toMatchObject([{ code: "FOUND_TWICE", place: { table: 2 } }]);
  });

  it("is the form of other years, and a period of another year", () => {
    const old = printedTables(formOf("2019"), figuresOf(formOf("2019")));
    expect(
      codesOf(
        understand(html(page({ proactive: tableHtml(old.proactive), requests: tableHtml(old.requests) }))),
      ),
    ).toEqual(["OTHER_FORM"]);
    expect(codesOf(understand(html(page().replace("2023年1月", "2022年1月"))))).toEqual(["OTHER_YEAR"]);
  });

  it("is text without any report", () => {
    const found = understand(readText("会议通知\n请于明日到会。", null));
    expect(found).toMatchObject({ cells: [], sections: [], unitName: null, year: null });
  });
});
