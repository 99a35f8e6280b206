import { describe, expect, it } from "vitest";
import { documentsPage } from "./documents-page.js";
import { feedReply, publishedBy } from "./feeds.js";
import { FIGURE_COLUMNS, jointRate, shown, together } from "./figures.js";
import { filesIn, governmentPage } from "./government-page.js";
import { html } from "./html.js";
import type { Documents, Member, Published, Publisher } from "./open-queries.js";

const member = (code: string, more: Partial<Member> = {}): Member => ({
  ...{ code, name: `第${code}镇人民政府`, shortName: `第${code}镇`, kind: "TOWN", filesReport: true },
  ...{ establishedOn: null, dissolvedOn: null, reports: [] },
  ...more,
});

const published = (code: string, year: number, publishedAt: string): Published => ({
  ...{ year, unitName: code, publishedAt },
  address: `/reports/${code}/${year}`,
});

const district = (members: readonly Member[]): Publisher => ({
  ...member("371003", { kind: "DISTRICT", name: "某区人民政府" }),
  ...{ system: [], ancestors: [], members },
});

describe("the template", () => {
  it("escapes texts in content and attributes, and keeps markup that it made", () => {
    const inner = html`<b>${"<i>&"}</b>`;
    expect(html`<a title="${'"><script>'}">${[inner, null, 0]}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;"><b>&lt;i&gt;&amp;</b>0</a>',
    );
  });
});

describe("figures", () => {
  it("shows a blank as a dash, which is not 0, counts with separators, and rates as percentages", () => {
    expect([
      shown(null),
      shown(0),
      shown(11398889),
      shown(5.5),
      shown(2 / 3, true),
      shown(null, true),
    ]).toEqual(["–", "0", "11,398,889", "5.5", "66.7%", "–"]);
  });

  it("divides the sums for a rate of several, not the average of their rates", () => {
    const rows = [
      { numerators: [1], denominators: [1] },
      { numerators: [1], denominators: [3] },
      { numerators: [null], denominators: [null] },
    ];
    expect(jointRate(rows, 0)).toBe(0.5);
    expect(jointRate(rows.slice(2), 0)).toBeNull();
  });

  it("adds areas up, without those that have no report", () => {
    const rate = FIGURE_COLUMNS.findIndex((column) => column.rate);
    const area = (count: number, numerator: number, denominator: number, reports: number) => ({
      values: [
        ...FIGURE_COLUMNS.map((column, i) =>
          column.rate ? numerator / denominator : i === 1 ? null : count,
        ),
        reports,
      ],
      numerators: FIGURE_COLUMNS.map((column) => (column.rate ? numerator : null)),
      denominators: FIGURE_COLUMNS.map((column) => (column.rate ? denominator : null)),
    });
    const sums = together([area(3, 1, 1, 2), area(4, 1, 3, 1), area(100, 9, 9, 0)]);
    expect([sums?.[0], sums?.[1], sums?.[rate], sums?.[FIGURE_COLUMNS.length]]).toEqual([7, null, 0.5, 3]);
    expect(together([area(100, 9, 9, 0)])).toBeNull();
  });
});

describe("the table of units by year", () => {
  it("tells what is not published from what is not due", () => {
    expect(filesIn(member("1"), 2025)).toBe(true);
    expect(filesIn(member("1", { filesReport: false }), 2025)).toBe(false);
    expect(filesIn(member("1", { establishedOn: "2026-01-01" }), 2025)).toBe(false);
    expect(filesIn(member("1", { dissolvedOn: "2025-12-31" }), 2025)).toBe(false);
    expect(filesIn(member("1", { dissolvedOn: "2026-01-01" }), 2025)).toBe(true);
  });

  it("has a row for each unit below its kind, with the day of publication in Shanghai", () => {
    const { markup } = governmentPage(
      district([
        member("A", { reports: [published("A", 2025, "2026-01-19T17:00:00.000Z")] }),
        member("B", { dissolvedOn: "2025-06-01" }),
        member("C"),
      ]),
      [],
    ).body;
    expect(markup).toContain('<a href="/reports/A/2025">2026-01-20</a>');
    expect(markup.match(/未发布|>–</g)).toEqual([">–<", "未发布"]);
    expect(markup).toContain("街道、镇、乡（3）");
    expect(markup).not.toContain("政府部门");
  });
});

describe("what is published", () => {
  const unit = district([
    member("A", { reports: [published("A", 2024, "2025-01-20T00:00:00.000Z")] }),
    member("B", { reports: [published("B", 2025, "2026-01-20T00:00:00.000Z")] }),
  ]);

  it("stands newest first in the feed, whose own time is that of the newest", () => {
    expect(publishedBy(unit).map(({ address }) => address)).toEqual(["/reports/B/2025", "/reports/A/2024"]);
    const { body } = feedReply(unit, "https://gk.example");
    expect(body).toContain("<updated>2026-01-20T00:00:00.000Z</updated>\n<author><name>某区人民政府");
    expect(body).toContain("<id>https://gk.example/reports/B/2025</id>");
  });
});

describe("the page of documents", () => {
  const documents = (more: Partial<Documents["disclosures"]["pageInfo"]>): Documents => ({
    ...{ code: "371003", name: "某区人民政府", ancestors: [] },
    disclosureCatalogue: [
      { category: "财政信息", title: "预算", article: "第二十条第（七）项", retiredOn: null },
      { category: "财政信息", title: "停用的事项", article: "第二十条", retiredOn: "2025-01-01" },
    ],
    disclosures: {
      totalCount: 120,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: "s+1", endCursor: "e&2", ...more },
      nodes: [],
    },
  });
  const asked = { code: "371003", text: null, after: null, before: null };

  it("turns its pages by plain links that keep the search", () => {
    const middle = documentsPage(documents({ hasNextPage: true, hasPreviousPage: true }), {
      ...asked,
      ...{ text: "预算", after: "x" },
    });
    const query = "q=%E9%A2%84%E7%AE%97";
    expect(middle.body.markup).toContain(`/open/371003/documents?${query}&amp;before=s%2B1`);
    expect(middle.body.markup).toContain(`/open/371003/documents?${query}&amp;after=e%262`);
    expect(middle.address).toBeNull();
    expect(documentsPage(documents({}), asked).body.markup).not.toContain("翻页");
  });

  it("has the catalogue on its first page, without what is retired", () => {
    const { address, body } = documentsPage(documents({}), asked);
    expect(address).toBe("/open/371003/documents");
    expect(body.markup).toContain("预算");
    expect(body.markup).not.toContain("停用的事项");
  });
});
