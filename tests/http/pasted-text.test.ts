import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf } from "../reports/factories.js";

const UNIT = "371003104";

let app: TestApp;
let clerk: Client;
beforeAll(async () => {
  app = await startTestApp();
  clerk = app.as(`clerk.${UNIT}`);
});
afterAll(() => app.close());

const RECEIVE = `mutation ($input: ReceiveRequestInput!) { receiveRequest(input: $input) {
  request { number subject applicant { name } } problems { code path message } } }`;
const receive = async (more: object): Promise<any> =>
  fieldOf(
    await clerk.query(RECEIVE, {
      input: {
        unitCode: UNIT,
        subject: "预算",
        applicantKind: "NATURAL_PERSON",
        applicant: { name: "于某" },
        receiptChannel: "IN_PERSON",
        arrivedOn: "2026-01-05",
        ...more,
      },
    }),
  );
const complaints = ({ problems }: any): string[] =>
  problems.map(({ code, path }: any) => `${code} ${path.join(".")}`);

describe("text that is pasted", () => {
  it.each(["\u200b", "\u3164", "\u2800\u00a0", "\u202e"])(
    "T2 nothing to be seen is nothing: %j",
    async (blank) => {
      expect(complaints(await receive({ subject: blank, applicant: { name: blank } }))).toEqual([
        "INVALID_INPUT input.subject",
        "INVALID_INPUT input.applicant.name",
      ]);
    },
  );

  it("T2 comes without what Word put around and into it", async () => {
    const { request } = await receive({
      subject: "\u3000关于印发\v《办法》的\r\n通知\u0007\n",
      applicant: { name: "张\u202e三\ufeff" },
    });
    expect(request).toMatchObject({ subject: "关于印发《办法》的通知", applicant: { name: "张三" } });
  });

  it("T2 is counted in characters as they are seen, and told how many there are", async () => {
    const { request } = await receive({ subject: "𠮷".repeat(500) });
    expect([...request.subject]).toHaveLength(500);
    const { problems } = await receive({ subject: "𠮷".repeat(501) });
    expect(problems[0].message).toBe("须为 1 至 500 个字，现有 501 个");
  });

  it("T2 a note keeps its lines", async () => {
    const input = {
      key: "OVERVIEW",
      body: "\u3000\u3000一、总体\u2028\u3000\u3000二、主动\u200b公开\u000b三",
    };
    const saved = await clerk.query(
      `mutation ($input: SaveReportInput!) { saveReport(input: $input) { report { sections { key body } } } }`,
      { input: { unitCode: UNIT, year: 2025, sections: [input] } },
    );
    const { report } = fieldOf<any>(saved);
    expect(report.sections.find(({ key }: any) => key === "OVERVIEW").body).toBe(
      "\u3000\u3000一、总体\n\u3000\u3000二、主动公开\n三",
    );
  });
});

describe("what is the same, on every database", () => {
  it.each([
    ["（1）", "(1)"],
    ["Ａ-7", "a-7"],
    ["③", "3"],
    ["caf\u00e9", "CAFE\u0301"],
  ])("D7 the number %s is taken by %s", async (one, other) => {
    expect(complaints(await receive({ number: one }))).toEqual([]);
    expect(complaints(await receive({ number: other }))).toEqual(["ALREADY_EXISTS input.number"]);
  });

  it.each([
    ["é-1", "e-1"],
    ["甲1", "甲2"],
  ])("D7 the numbers %s and %s are two", async (one, other) => {
    expect(complaints(await receive({ number: one }))).toEqual([]);
    expect(complaints(await receive({ number: other }))).toEqual([]);
  });

  it.each([
    ["⻔户网站建设", "门户网站"],
    ["ＰＰＰ项目的É报告", "ppp项目的é"],
    ["⽂登区 预算", "文登区　预算"],
  ])("T1 a search finds %s by %s", async (subject, text) => {
    await receive({ subject });
    const found = await clerk.query(
      `query ($code: String!, $text: String!) { unit(code: $code) { requests(filter: { text: $text }, first: 5) {
         nodes { subject } } } }`,
      { code: UNIT, text },
    );
    expect(fieldOf<any>(found).requests.nodes).toEqual([{ subject }]);
  });

  it.each([
    ["⽂登区⼈⺠政府", "371003"],
    ["３７１００３", "371003"],
    ["自然资源局\u200b", "371003-zrzyj"],
  ])("T1 the register finds %s", async (text, code) => {
    const found = await app.anonymous.query(
      `query ($text: String!) { units(text: $text, first: 50) { nodes { code } } }`,
      {
        text,
      },
    );
    expect(fieldOf<any>(found).nodes.map((unit: any) => unit.code)).toContain(code);
  });

  it("D7 a category is one however it is typed: in the list, in the count and in the catalogue", async () => {
    const REGISTER = `mutation ($input: RegisterDisclosureInput!) { registerDisclosure(input: $input) {
      disclosure { category } problems { code path message } } }`;
    const register = async (category: string): Promise<void> => {
      const { problems } = fieldOf<any>(
        await clerk.query(REGISTER, {
          input: { unitCode: UNIT, title: "月报", category, channels: ["WEBSITE"], formedOn: "2026-01-06" },
        }),
      );
      expect(problems).toEqual([]);
    };
    for (const category of ["ＰＰＰ（一）", "ppp(一)", "PPP(⼀)"]) await register(category);
    const listed = await clerk.query(
      `query ($code: String!, $category: String!) { unit(code: $code) {
         disclosures(filter: { category: $category }, first: 5) { totalCount } } }`,
      { code: UNIT, category: "Ppp（一）" },
    );
    expect(fieldOf<any>(listed).disclosures.totalCount).toBe(3);
  });
});
