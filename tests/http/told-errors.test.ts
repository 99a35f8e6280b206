import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const told = async (document: string, variables: object = {}): Promise<string | undefined> =>
  (await app.anonymous.query(document, variables)).errors?.[0]?.message;

describe("T3 what is wrong with a document is said with its place", () => {
  it.each([
    [
      "{ unit(code: “371003”) { name } }",
      '语法错误（第 1 行第 14 列）：此处是全角或中文标点 “，请改用半角 "',
    ],
    [
      '{ unit（code: "371003"） { name } }',
      "语法错误（第 1 行第 7 列）：此处是全角或中文标点 （，请改用半角 (",
    ],
    [
      '{ unit(code："371003") { name } }',
      "语法错误（第 1 行第 12 列）：此处是全角或中文标点 ：，请改用半角 :",
    ],
    ["{ unit(code: '371003') { name } }", '语法错误（第 1 行第 14 列）：引号须用双引号 "'],
    [
      '{ unit(code: "371\n003") { name } }',
      '语法错误（第 1 行第 18 列）：引号内的文字不能直接换行：请写 \\n，或用三个引号 """ 括起，或放进变量',
    ],
    ['{ unit(code: "371003") { name }', "语法错误（第 1 行第 32 列）：文档到此就结束了，可能缺少 }"],
    ['{ unit(code "371003") { name } }', '语法错误（第 1 行第 13 列）：此处应为 ":"'],
  ])("%j", async (document, message) => expect(await told(document)).toBe(message));

  it.each([
    [
      '{"query":"{ rules { code } }\n"}',
      "请求体不是有效的 JSON：第 1 行第 29 列：引号内有换行或控制字符，换行请写 \\n",
    ],
    ["{\n“query”:1}", '请求体不是有效的 JSON：第 2 行第 1 列：此处是全角或中文标点 “，请改用半角 "'],
    ['{"query":"{ rules { code } }"', "请求体不是有效的 JSON：内容不完整"],
  ])("a body %j", async (body, message) => {
    const answer = await app.request.post("/graphql").set("content-type", "application/json").send(body);
    expect([answer.status, answer.body.errors[0].message]).toEqual([400, message]);
  });
});

describe("T3 what would have been right is said", () => {
  const COMPARE = `query ($codes: [String!]!) {
    compareReports(input: { under: "371003", years: [2023], indicators: $codes }) { columns { year } } }`;
  it.each([
    ["rates.disclose", "没有指标 rates.disclose，相近的有 rates.disclosed"],
    ["request.received.total", "没有指标 request.received.total，相近的有 requests.received.total"],
    ["全然不知", "没有指标 全然不知"],
  ])("of an indicator %s", async (code, message) => {
    expect(await told(COMPARE, { codes: [code] })).toContain(message);
  });

  const KINDS = "query ($kinds: [UnitKind!]) { units(kinds: $kinds, first: 1) { totalCount } }";
  it("of an enum", async () => {
    expect(await told(KINDS, { kinds: ["TOWNS"] })).toMatch(
      /^变量 \$kinds\.0：须为 UnitKind 的取值之一：[A-Z, ]+；相近的是 TOWN$/,
    );
    expect(await told("{ units(kinds: [STREET], first: 1) { totalCount } }")).toMatch(/SUBDISTRICT/);
  });
});
