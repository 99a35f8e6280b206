import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  fieldOf,
  newOffice,
  SECTIONS,
  saved,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "../reports/factories.js";

const TOTAL = "overview.disclosed.total";
const INDICATORS = [
  TOTAL,
  "overview.disclosed.website",
  "overview.disclosed.wechat",
  "proposals.congress",
  "other.feesCharged",
  "requests.received.total",
];
const COMPARE = `query ($input: CompareReportsInput!) {
  compareReports(input: $input) { columns { year reported total } rows { unit { code } values changes ranks } }
}`;
const RANK = `query ($input: RankReportsInput!) { rankReports(input: $input) { rows { unit { code } rank value } } }`;
const SUMS = `query ($indicators: [String!]!) { areaSums(under: "371003", by: DISTRICT, years: [2025], indicators: $indicators) { rows { values } } }`;
const COUNT = `query ($input: ReportStatisticsInput!) { reportStatistics(input: $input) { rows { values } } }`;

interface Row {
  readonly unit: { readonly code: string };
  readonly values: (number | null)[];
  readonly changes: (number | null)[];
  readonly ranks: (number | null)[];
}

let app: TestApp;
let officer: Client;
let offices: Office[] = [];
beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
  app.clock.set("2026-01-20T09:00:00+08:00");
  offices = [await newOffice(app), await newOffice(app), await newOffice(app)];
});
afterAll(() => app.close());

async function submitted(office: Office, year: number, text: string): Promise<Report> {
  const sections = SECTIONS.map(({ key, body }) =>
    key === "OVERVIEW" ? { key, body: `${body}\n${text}` } : { key, body },
  );
  const report = await saved(office.clerk, { ...wholeReport(office, year), sections });
  return taken(office.reviewer, "submitReport", await taken(office.clerk, "requestReview", report));
}

async function compared(client: Client, more: object = {}) {
  const input = {
    under: "371003",
    units: offices.map(({ code }) => code),
    years: [2025],
    indicators: INDICATORS,
    ...more,
  };
  return fieldOf<{ columns: object[]; rows: Row[] }>(await client.query(COMPARE, { input }));
}

const NOTHING = INDICATORS.map(() => null);

describe("figures that the text states", () => {
  it("compare as cells do, for whoever sees the version", async () => {
    const [full, vague] = offices;
    if (!full || !vague) throw new Error("three offices");
    await submitted(full, 2024, "全年共主动公开政府信息380条。");
    const report = await submitted(
      full,
      2025,
      "2025年共主动公开政府信息475条，其中政府网站95条，微信公众号380条，上年为380条。办理人大代表建议7件。",
    );
    await submitted(vague, 2025, "2025年共主动公开政府信息近900条。");
    const mine = [475, 95, 380, 7, 0, 0];
    const theirs = [null, null, null, null, 0, 0];

    const { rows, columns } = await compared(officer);
    expect(rows.map(({ values }) => values)).toEqual([mine, theirs, NOTHING]);
    expect(rows[0]?.changes[0]).toBe(0.25);
    expect(rows.map(({ ranks }) => ranks[0])).toEqual([1, null, null]);
    expect(columns[0]).toEqual({ year: 2025, reported: 1, total: "475" });
    expect((await compared(app.anonymous)).rows.map(({ values }) => values)).toEqual([
      NOTHING,
      NOTHING,
      NOTHING,
    ]);
    expect((await compared(vague.clerk)).rows.map(({ values }) => values)).toEqual([
      NOTHING,
      theirs,
      NOTHING,
    ]);

    await taken(officer, "publishReport", await taken(officer, "approveReport", report));
    expect((await compared(app.anonymous)).rows.map(({ values }) => values)).toEqual([
      mine,
      NOTHING,
      NOTHING,
    ]);
  });

  it("rank and count, where they are asked for by code, and are in no sum of an area", async () => {
    const units = offices.map(({ code }) => code);
    const ranked = await officer.query(RANK, {
      input: { under: "371003", units, year: 2025, indicator: "overview.disclosed.wechat" },
    });
    expect(fieldOf<{ rows: object[] }>(ranked).rows[0]).toEqual({
      unit: { code: units[0] },
      rank: 1,
      value: 380,
    });
    const counted = await officer.query(COUNT, {
      input: {
        scope: { under: "371003", units },
        years: [2024, 2025],
        groupBy: [],
        measures: [
          { name: "sum", function: "SUM", field: TOTAL },
          { name: "n", function: "COUNT" },
        ],
      },
    });
    expect(fieldOf<{ rows: object[] }>(counted).rows).toEqual([{ values: [855, 3] }]);
    const { errors } = await officer.query(SUMS, { indicators: ["requests.received.total", TOTAL] });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ["BAD_USER_INPUT", ["indicators", "1"]],
    ]);
  });

  it("are listed apart from those of the form", async () => {
    const { all, form, texts } = (
      await app.anonymous.query(`{
        all: indicators { code }
        form: indicators(source: FORM) { code source description }
        texts: indicators(source: TEXT) { code label labelEn unit source derived description descriptionEn formats }
      }`)
    ).data as { all: object[]; form: { code: string; source: string }[]; texts: { code: string }[] };
    expect(all).toEqual([...form, ...texts].map(({ code }) => ({ code })));
    expect(texts.map(({ code }) => code)).toEqual(expect.arrayContaining(INDICATORS.slice(0, -1)));
    expect(texts[0]).toEqual({
      code: TOTAL,
      label: "正文 · 主动公开信息总数",
      labelEn: "Text · items disclosed",
      unit: "条",
      source: "TEXT",
      derived: false,
      description: "全年各渠道主动公开政府信息的总数",
      descriptionEn: "All items that the unit disclosed in the year, on whatever channel",
      formats: ["2019", "2021"],
    });
    expect(form.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["requests.received.total", "rates.disclosed", "requests.denied.total.total"]),
    );
    expect(form.some(({ source }) => source !== "FORM")).toBe(false);
  });
});
