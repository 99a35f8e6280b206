import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf } from "../reports/factories.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const BOARD = `query ($year: Int!) { filingBoard(under: "371003", year: $year) { year } }`;
const REQUESTS = `{ unit(code: "371003003") { requests { totalCount } } }`;
const LINK = `query ($document: String!, $variables: JSON, $format: FileFormat!) {
  downloadLink(document: $document, variables: $variables, format: $format) { url expiresAt } }`;

const linkOf = async (client: Client, document: string, variables: object = {}, format = "CSV") =>
  fieldOf<{ url: string; expiresAt: string }>(await client.query(LINK, { document, variables, format }));
const opened = (url: string) => app.request.get(url);
const officer = () => app.as("officer.371003");

describe("X4 a link that a browser can open", () => {
  it("holds the file with the rights of whoever made it, and no header", async () => {
    const { url, expiresAt } = await linkOf(officer(), BOARD, { year: 2023 });
    expect([url.startsWith("/download?ticket="), expiresAt]).toEqual([true, "2026-01-20T01:05:00.000Z"]);
    const file = await opened(url);
    expect([file.status, file.headers["content-type"], file.headers["cache-control"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
      "private, no-store",
    ]);
    expect(file.text).toMatch(/环山[^,]*,草稿/);
    const open = await opened((await linkOf(app.anonymous, BOARD, { year: 2023 })).url);
    expect(open.text).not.toContain("草稿");
    const book = await opened((await linkOf(officer(), BOARD, { year: 2023 }, "XLSX")).url);
    expect(book.headers["content-type"]).toContain("spreadsheetml");
  });

  it("is no key to what its maker may not read, and nothing can be made of a changed one", async () => {
    const foreign = await opened((await linkOf(app.as("officer.371002"), REQUESTS)).url);
    expect([foreign.status, foreign.text.includes(",")]).not.toEqual([200, true]);
    const { url } = await linkOf(officer(), BOARD, { year: 2023 });
    for (const wrong of [
      `${url.slice(0, -2)}AA`,
      url.slice(0, -40),
      "/download?ticket=x",
      `/download?ticket=${officer().token}`,
    ]) {
      const answer = await opened(wrong);
      expect([answer.status, answer.body.errors[0].message]).toEqual([404, "链接无效或已失效，请重新生成"]);
    }
    expect(
      (
        await app.request
          .post("/graphql")
          .set("authorization", `Bearer ${url.slice("/download?ticket=".length)}`)
          .send({ query: "{ viewer { user { login } } }" })
      ).status,
    ).toBe(401);
  });

  it("lasts five minutes, and not beyond its maker's session", async () => {
    const { url } = await linkOf(officer(), BOARD, { year: 2023 });
    app.clock.advance(5 * 60_000 - 1000);
    expect((await opened(url)).status).toBe(200);
    app.clock.advance(2000);
    expect((await opened(url)).status).toBe(404);
    app.clock.set("2026-01-20T09:00:00+08:00");
    const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
    const { token } = fieldOf<{ token: string }>(
      await app.anonymous.query(SIGN_IN, { input: { login: "officer.371003", password: "gongkai-demo" } }),
    );
    const other = await linkOf(app.withToken(token), BOARD, { year: 2023 });
    expect((await opened(other.url)).status).toBe(200);
    await app.withToken(token).query("mutation { signOut { problems { code } } }");
    expect((await opened(other.url)).status).toBe(401);
  });

  it.each([
    ["{ viewer { user { login } } }", {}, "这个查询不是一张表"],
    ["{ nothing }", {}, "没有字段 nothing"],
    [BOARD, [], "变量须为 JSON 对象"],
    [BOARD, "{", "变量须为 JSON 对象"],
    [BOARD, { year: "x" }, "变量 $year"],
  ])("of %s with %j is refused", async (document, variables, message) => {
    const { errors } = await officer().query(LINK, { document, variables, format: "CSV" });
    expect(errors?.[0]?.message).toContain(message);
  });
});

describe("X4 plain parameters", () => {
  it.each(["var.under=371003&var.year=2023", "under=371003&year=2023", "var.under=%22371003%22&year=2023"])(
    "%s",
    async (search) => {
      const file = await opened(`/queries/library.filing-board.csv?${search}`);
      expect([file.status, file.text.includes('"{""under"":""371003"",""year"":2023}"')]).toEqual([
        200,
        true,
      ]);
    },
  );

  it("lists by commas", async () => {
    const search = "under=371003&years=2022,2023&indicators=rates.disclosed，requests.received.total";
    const file = await opened(`/queries/library.requests-over-years.csv?${encodeURI(search)}`);
    expect(file.status).toBe(200);
    expect(file.text.split("\r\n")[0]).toMatch(/2022.*2023/);
  });

  it.each([
    ["undr=371003", "查询没有变量 undr；可用：under、year"],
    ["under=371003&year=x", "year 须为 Int（JSON 写法）"],
    ["version=x", "version 须为版本号"],
    ["a-b=1", "参数须为 version 或变量名"],
  ])("%s is told", async (search, message) => {
    const answer = await opened(`/queries/library.filing-board.csv?${search}`);
    expect([answer.status, answer.body.errors[0].message]).toEqual([400, message]);
  });
});
