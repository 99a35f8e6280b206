import { createHash } from "node:crypto";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../src/documents/csv.fixture.js";
import { TABULAR } from "../../src/documents/tabular-document.js";
import { sheetOf } from "../../src/documents/xlsx.fixture.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf } from "../reports/factories.js";

const BOARD = `query ($year: Int!) { filingBoard(under: "371003", year: $year) { year } }`;
const COMPARE = `query ($input: CompareReportsInput!) {
  compareReports(input: $input) { columns { year total median } rows { ranks changes numerators denominators } }
}`;
const INPUT = {
  under: "371003",
  years: [2022, 2023],
  indicators: ["requests.received.total", "rates.disclosed"],
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");

interface File {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
}

/** The bytes of what comes back, whatever it says it is. */
async function fetched(client: Client, url: string, body?: object, more: object = {}): Promise<File> {
  await client.query("{ __typename }");
  const asked = body ? app.request.post(url) : app.request.get(url);
  void asked.set({ ...more, ...(client.token && { authorization: `Bearer ${client.token}` }) });
  const {
    status,
    headers,
    body: bytes,
  } = await (body ? asked.send(body) : asked).buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
    response.on("end", () => done(null, Buffer.concat(parts)));
  });
  return { status, headers: headers, bytes: bytes as Buffer };
}

const download = (client: Client, format: string, query: string, variables: object = {}) =>
  fetched(client, `/download.${format}`, { query, variables });

interface Read {
  readonly title: string;
  readonly info: Record<string, string>;
  readonly header: string[];
  readonly rows: string[][];
  /** The bytes of the rows as they stand in the file. */
  readonly rowText: string;
}

function csvOf({ status, bytes }: File): Read {
  expect(status).toBe(200);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString("utf8").slice(1);
  const lines = readCsv(text);
  const gap = lines.findIndex((cells) => cells.length === 1 && cells[0] === "");
  const told = lines.slice(gap + 1).map(([label = "", value = ""]) => [label.replace(/^# /, ""), value]);
  return {
    title: told[0]?.[0] ?? "",
    info: Object.fromEntries(told.slice(1)) as Record<string, string>,
    header: lines[0] ?? [],
    rows: lines.slice(1, gap),
    rowText: text.slice(text.indexOf("\r\n") + 2, text.indexOf("\r\n\r\n# ") + 2),
  };
}

const errorsOf = ({ bytes }: File) =>
  (JSON.parse(bytes.toString()) as { errors: { message: string; extensions: { code: string } }[] }).errors;

describe("the filing board as a file", () => {
  it("has every unit, the coverage, the number of rows, a checksum and the time", async () => {
    const file = await download(officer(), "csv", BOARD, { year: 2023 });
    const { title, info, header, rows, rowText } = csvOf(file);
    expect(file.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition":
        `attachment; filename="________.csv"; filename*=UTF-8''${encodeURIComponent("年报报送一览")}.csv`.replace(
          "________",
          "______",
        ),
      "cache-control": "private, no-store",
    });
    expect([title, header]).toEqual([
      "年报报送一览",
      ["单位代码", "单位", "状态", "报送期限", "最近一次报送", "按时", "未消除的错误", "未说明的警告"],
    ]);
    const { filings } = fieldOf<{ filings: { unit: { code: string; name: string }; dueOn: string }[] }>(
      await officer().query(
        `{ filingBoard(under: "371003", year: 2023) { filings { unit { code name } dueOn } } }`,
      ),
    );
    expect(rows.map((row) => [row[0], row[1], row[3]])).toEqual(
      filings.map(({ unit, dueOn }) => [unit.code, unit.name, dueOn]),
    );
    expect(rows.find(([code]) => code === "371003109")).toEqual([
      ...["371003109", expect.any(String), "已发布", "2024-01-31", "2024-02-06 10:05:00", "否", "0", "0"],
    ]);
    expect(info).toEqual({
      范围: "371003",
      查询条件: '{"under":"371003","year":2023}',
      可见范围: "下载人的权限范围",
      "2023 年应报单位数": String(filings.length),
      "2023 年计入单位数": String(filings.length - 3),
      "2023 年应报而未计入": expect.stringContaining("371003003；"),
      "2023 年计入而未发布": expect.stringContaining("371003101"),
      "2023 年年报格式": "2021",
      数据行数: String(filings.length),
      是否截断: "否，全部列出",
      "数据行 SHA-256（CSV 格式，不含表头）": createHash("sha256").update(rowText).digest("hex"),
      "统计时间（北京时间）": "2026-01-20 09:00:00",
    });
  });

  it("is the same in a workbook, which reads back", async () => {
    const { status, headers, bytes } = await download(officer(), "xlsx", BOARD, { year: 2023 });
    const { title, info, header, rows } = csvOf(await download(officer(), "csv", BOARD, { year: 2023 }));
    expect([status, headers["content-type"]]).toEqual([
      200,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]);
    const [head, ...cells] = sheetOf(bytes, 1);
    expect(head).toEqual(header);
    expect(cells.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))).toEqual(rows);
    expect(sheetOf(bytes, 2)).toEqual([[title, null], ...Object.entries(info)]);
  });

  it("speaks English to whoever asks for it", async () => {
    const body = { query: BOARD, variables: { year: 2023 } };
    const file = await fetched(officer(), "/download.csv", body, { "accept-language": "en" });
    const { title, info, rows } = csvOf(file);
    expect(title).toBe("Filing board");
    expect(info["Cut off"]).toBe("no, all rows are here");
    expect(rows.find(([code]) => code === "371003109")?.[2]).toBe("published");
  });

  it("shows everybody what they may see and no more", async () => {
    const statuses = (file: File) => new Set(csvOf(file).rows.map((row) => row[2]));
    const open = await download(app.anonymous, "csv", BOARD, { year: 2023 });
    expect(statuses(open)).toEqual(new Set(["已发布", ""]));
    expect(csvOf(open).info["可见范围"]).toBe("公开信息");
    expect(csvOf(await download(app.as("officer.371002"), "csv", BOARD, { year: 2023 })).rowText).toBe(
      csvOf(open).rowText,
    );
    expect(statuses(await download(officer(), "csv", BOARD, { year: 2023 })).size).toBeGreaterThan(4);
  });
});

describe("a comparison as a file", () => {
  it("has a column a figure, and beside and below it what the query names", async () => {
    const { header, rows, info } = csvOf(await download(officer(), "csv", COMPARE, { input: INPUT }));
    const answer = fieldOf<any>(
      await officer().query(
        `query ($input: CompareReportsInput!) { compareReports(input: $input) {
          columns { indicator { label unit formula } year total median }
          rows { unit { code name } values numerators denominators changes ranks } } }`,
        { input: INPUT },
      ),
    );
    const [received, rate] = answer.columns.map(({ indicator }: any) => indicator.label);
    expect(header).toEqual([
      ...["单位代码", "单位"],
      ...[2022, 2023].flatMap((year) => [
        ...[`${received} ${year}（件）`, `${received} ${year} 比上年增减（%）`, `${received} ${year} 名次`],
        ...["（%）", " 分子", " 分母", " 比上年增减（%）", " 名次"].map((part) => `${rate} ${year}${part}`),
      ]),
    ]);
    // X1: no column is empty.
    for (const [i] of header.entries()) expect(rows.slice(0, -2).some((row) => row[i] !== "")).toBe(true);
    const percent = (value: number | null) => (value === null ? null : Number((value * 100).toPrecision(12)));
    const figures = (row: any, at: number) =>
      at % 2 === 0
        ? [row.values[at], percent(row.changes[at]), row.ranks[at]]
        : [
            percent(row.values[at]),
            row.numerators[at],
            row.denominators[at],
            percent(row.changes[at]),
            row.ranks[at],
          ];
    expect(rows.slice(0, -2)).toEqual(
      answer.rows.map((row: any) => [
        ...[row.unit.code, row.unit.name],
        ...answer.columns.flatMap((_: unknown, at: number) =>
          figures(row, at).map((one) => String(one ?? "")),
        ),
      ]),
    );
    expect(rows.slice(-2).map((row) => [row[0], row[1], row[2]])).toEqual([
      ["", "合计", String(Number(answer.columns[0].total))],
      ["", "中位数", String(answer.columns[0].median)],
    ]);
    expect(info["计算方法 rates.disclosed"]).toBe(answer.columns[1].indicator.formula);
    expect(Object.keys(info)).toContain("2022 年应报单位数");
  });

  it("has values alone where the query names nothing else", async () => {
    const query =
      "query ($input: CompareReportsInput!) { compareReports(input: $input) { rows { values } } }";
    const { header, rows } = csvOf(await download(officer(), "csv", query, { input: INPUT }));
    expect(header).toHaveLength(2 + 4);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });
});

describe("a statistic as a file", () => {
  const QUESTION = `query ($under: String!) { requestStatistics(input: { scope: { under: $under }, groupBy: [OUTCOME], totals: true, top: 2,
    orderBy: { measure: "count" }, measures: [{ name: "count", function: COUNT } { name: "onTime", function: RATIO, where: { onTime: true } }] }) {`;

  it("has a column a dimension and a measure, ratios with what was divided by what, and tells what top left out", async () => {
    const { header, rows, info } = csvOf(
      await download(officer(), "csv", `${QUESTION} rows { values } } }`, { under: "371003" }),
    );
    const answer = fieldOf<any>(
      await officer().query(
        `${QUESTION} measures { label unit formula } rows { keys labels values numerators denominators }
          totals { values numerators denominators } coverage { units groups } } }`,
        { under: "371003" },
      ),
    );
    const [count, onTime] = answer.measures;
    expect(header).toEqual([
      ...["办理结果 代码", "办理结果", `${count.label}（${count.unit}）`],
      ...["（%）", " 分子", " 分母"].map((part) => `${onTime.label}${part}`),
    ]);
    const percent = (value: number | null) => (value === null ? null : Number((value * 100).toPrecision(12)));
    const numbers = ({ values, numerators, denominators }: any) =>
      [values[0], percent(values[1]), numerators[1], denominators[1]].map((number) => String(number ?? ""));
    expect(answer.rows).toHaveLength(2);
    expect(rows).toEqual([
      ...answer.rows.map((row: any) => [row.keys[0] ?? "", row.labels[0], ...numbers(row)]),
      ["", "合计", ...numbers(answer.totals)],
    ]);
    expect(answer.coverage.groups).toBeGreaterThan(2);
    expect(info).toMatchObject({
      范围: "371003",
      "计算方法 onTime": onTime.formula,
      范围内单位数: String(answer.coverage.units),
      分组数: String(answer.coverage.groups),
      列出的分组数: "2",
      合计行: "1",
      数据行数: "3",
    });
  });

  it("is nobody's who may not ask", async () => {
    const file = (client: Client) =>
      download(client, "xlsx", `${QUESTION} rows { values } } }`, { under: "371003" });
    expect((await file(app.anonymous)).status).toBe(401);
    expect((await file(app.as("officer.371002"))).status).toBe(404);
  });
});

it("every selection of a table fits the schema", () => {
  const { schema } = app.app;
  for (const [type, { selection }] of Object.entries(TABULAR))
    for (const named of [true, false]) {
      const document = parse(`fragment f on ${type} { ${selection(() => named, schema)} } { __typename }`);
      const errors = validate(schema, document).filter(({ message }) => !message.includes("never used"));
      expect([type, errors]).toEqual([type, []]);
    }
});

describe("X4 every list and the report as a file", () => {
  const CLERK = "clerk.371003104";
  const under = (selection: string): string =>
    `query ($code: String!) { unit(code: $code) { ${selection} } }`;

  it.each([
    ["requests", "requests(first: 2) { nodes { id } }", "依申请公开台账", "编号"],
    ["disclosures", "disclosures(first: 2, subtree: true) { totalCount }", "主动公开台账", "标题"],
    ["remedies", "remedies(first: 1) { totalCount }", "行政复议、行政诉讼台账", "案号"],
    ["proposals", "proposals { totalCount }", "建议提案台账", "届次"],
    ["suppliedCounts", "suppliedCounts { totalCount }", "外部数据", "指标"],
    ["disclosureCatalogue", "disclosureCatalogue { title }", "主动公开事项目录", "事项"],
    ["report", "name report(year: 2023) { status }", "政府信息公开工作年度报告", "指标代码"],
    ["findings", "report(year: 2023) { findings { message } }", "审核疑点", "规则"],
    ["history", "history { operation }", "历史记录", "所涉日期"],
  ])("%s", async (_field, selection, title, column) => {
    const query = under(selection);
    const variables = { code: "371003104" };
    const file = csvOf(await download(app.as(CLERK), "csv", query, variables));
    expect([file.title, file.header.includes(column)]).toEqual([title, true]);
    const sheet = sheetOf((await download(app.as(CLERK), "xlsx", query, variables)).bytes, 1);
    expect(sheet.slice(1).map((row) => row.map((cell) => String(cell ?? "")))).toEqual(file.rows);
    expect(Number(file.info["数据行数"])).toBe(file.rows.length);
  });

  it("all pages of a list, whatever page was looked at, with the names and days that a person reads", async () => {
    const list = `disclosures(first: 100, subtree: true) { totalCount nodes { title status formedOn } }`;
    const { disclosures } = fieldOf<any>(await officer().query(under(list), { code: "371003" }));
    expect(disclosures.totalCount).toBeGreaterThan(200);
    const query = under("disclosures(first: 1, subtree: true) { nodes { id } }");
    const { header, rows, info } = csvOf(await download(officer(), "csv", query, { code: "371003" }));
    const at = (name: string): number => header.indexOf(name);
    expect(rows.slice(0, 100).map((row) => [row[at("标题")], row[at("形成或变更日期")]])).toEqual(
      disclosures.nodes.map(({ title, formedOn }: any) => [title, formedOn]),
    );
    expect(rows).toHaveLength(disclosures.totalCount);
    expect(new Set(rows.map((row) => row[at("状态")]))).not.toContain(disclosures.nodes[0].status);
    expect(info).toMatchObject({
      总数: String(disclosures.totalCount),
      是否截断: "否，全部列出",
      查询条件: expect.stringContaining("371003"),
    });
  });

  it("what happened to the accounts of a place", async () => {
    const query = `{ history(unit: "371003", subtree: true, operations: [SIGN_IN], first: 1) { totalCount } }`;
    const { title, header, rows } = csvOf(await download(app.as("admin.371003"), "csv", query));
    expect([title, header[0], rows.length > 0]).toEqual(["历史记录", "登记时刻", true]);
  });

  it.each([
    ["several reports", "reports(years: [2022, 2023]) { year }"],
    ["lists of several reports", "reports(years: [2022, 2023]) { findings { message } }"],
  ])("%s are no table, and are told so", async (_what, selection) => {
    const file = await download(officer(), "csv", under(selection), { code: "371003-zrzyj" });
    expect([file.status, errorsOf(file)[0]?.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  });

  it("the units directly below are a table of units", async () => {
    const file = await download(officer(), "csv", under("children { nodes { code } }"), { code: "371003" });
    const { header, rows } = csvOf(file);
    expect([header[0], rows.some(([code]) => code === "371003104")]).toEqual(["代码", true]);
  });

  it("the report has all cells of its form, in its order", async () => {
    const query = under("report(year: 2023) { year }");
    const { rows, info } = csvOf(await download(app.anonymous, "csv", query, { code: "371003-zrzyj" }));
    expect([rows.length, rows[0]?.[0], info["年报格式"]]).toEqual([
      200,
      "proactive.regulations.issued",
      "2021",
    ]);
  });

  it("a ledger is nobody's who may not read it", async () => {
    const query = under("requests { totalCount }");
    for (const client of [app.anonymous, app.as("clerk.371003003"), app.as("officer.371002")])
      expect((await download(client, "csv", query, { code: "371003104" })).status).not.toBe(200);
  });
});

describe("what is refused", () => {
  it.each<[string, string, object, RegExp]>([
    ["what is no table", `{ viewer { user { login } } }`, {}, /这个查询不是一张表/],
    [
      "two tables",
      `{ unit(code: "371003104") { requests { totalCount } remedies { totalCount } } }`,
      {},
      /不是一张表/,
    ],
    [
      "two root fields",
      `{ a: filingBoard(under: "371003", year: 2023) { year } b: __typename }`,
      {},
      /这个查询不是一张表/,
    ],
    [
      "a fragment at the root",
      `{ ... on Query { filingBoard(under: "371003", year: 2023) { year } } }`,
      {},
      /这个查询不是一张表/,
    ],
    ["a mutation", `mutation { signOut { problems { code } } }`, {}, /只能是查询/],
    ["a syntax error", `{ filingBoard(`, {}, /语法错误（第 1 行/],
    [
      "a field that is not there",
      `{ filingBoard(under: "371003", year: 2023) { nope } }`,
      {},
      /没有字段 nope/,
    ],
    ["a variable of the wrong type", BOARD, { year: "2023" }, /变量 \$year/],
    ["a year that is none", BOARD, { year: 1900 }, /./],
  ])("%s", async (_what, query, variables, message) => {
    for (const format of ["csv", "xlsx"]) {
      const file = await download(officer(), format, query, variables);
      expect(file.status).toBe(400);
      expect(errorsOf(file)[0]?.message).toMatch(message);
      expect(file.headers["content-type"]).toMatch(/json/);
    }
  });

  it.each<[string, object]>([
    ["no query", {}],
    ["a query that is no text", { query: 1 }],
    ["variables that are no object", { query: BOARD, variables: [] }],
  ])("%s", async (_what, body) => {
    const file = await fetched(officer(), "/download.csv", body);
    expect([file.status, errorsOf(file)[0]?.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  });

  it("a unit that is not there is told as such, with no file", async () => {
    const file = await download(officer(), "csv", `{ filingBoard(under: "999999", year: 2023) { year } }`);
    expect([file.status, errorsOf(file)[0]?.extensions.code]).toEqual([404, "NOT_FOUND"]);
    expect(file.headers["content-disposition"]).toBeUndefined();
  });

  it("nothing but a POST, and no other format", async () => {
    expect((await fetched(officer(), "/download.csv")).status).toBe(404);
    expect((await fetched(officer(), "/download.pdf", { query: BOARD })).status).toBe(404);
  });
});

describe("a saved query as a file", () => {
  it("has its name and version, and the same rows as the query", async () => {
    const save = `mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { query { url } problems { message } } }`;
    const input = { name: "=报送/一览", unitCode: "371003", document: BOARD, variables: { year: 2023 } };
    const { query } = fieldOf<{ query: { url: string } }>(await officer().query(save, { input }));
    const file = await fetched(officer(), `${query.url}.csv`);
    const { title, rowText } = csvOf(file);
    expect(title).toBe("=报送/一览 v1");
    expect(file.headers["content-disposition"]).toContain(
      `UTF-8''${encodeURIComponent("=报送/一览 v1.csv")}`,
    );
    expect(rowText).toBe(csvOf(await download(officer(), "csv", BOARD, { year: 2023 })).rowText);
    const other = await fetched(officer(), `${query.url}.xlsx?var.year=2022`);
    expect(sheetOf(other.bytes, 2)).toContainEqual(["查询条件", '{"under":"371003","year":2022}']);
  });

  it("is kept by shared caches for the public alone, until a row changes", async () => {
    const url = "/queries/library.filing-board.csv?var.under=%22371003%22&var.year=2023";
    const { headers } = await fetched(app.anonymous, url);
    expect(headers["cache-control"]).toBe("public, no-cache");
    app.clock.advance(1000);
    const tag = { "if-none-match": headers.etag };
    expect((await fetched(app.anonymous, url, undefined, tag)).status).toBe(304);
    const mine = await fetched(officer(), url, undefined, tag);
    expect([mine.status, mine.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect((await fetched(app.anonymous, url, undefined, { ...tag, "accept-language": "en" })).status).toBe(
      200,
    );
  });
});
