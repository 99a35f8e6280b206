import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xlsxOf } from "../../src/reading/office.fixture.js";
import { startTestApp, type Answer, type Client, type TestApp } from "../harness/app.js";
import { newOffice, type Office } from "../reports/factories.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

async function upload(client: Client, file: string | Uint8Array, name: string): Promise<string> {
  await client.query("{ __typename }");
  const { body } = await app.request
    .post(`/uploads?name=${encodeURIComponent(name)}`)
    .set("content-type", "application/octet-stream")
    .set("authorization", `Bearer ${client.token}`)
    .send(Buffer.from(file));
  return body.upload.id as string;
}

const IMPORT = `mutation ($input: ImportTableInput!) { importTable(input: $input) {
  done rows rowProblems { row column message } problems { code message } } }`;
const bring = async (kind: string, file: string | Uint8Array, more: object = {}): Promise<Answer> => {
  const uploadId = await upload(office.clerk, file, typeof file === "string" ? "表.csv" : "表.xlsx");
  return office.clerk.query(IMPORT, { input: { kind, uploadId, unitCode: office.code, ...more } });
};
const told = async (...call: Parameters<typeof bring>) => {
  const { data, errors } = await bring(...call);
  expect(errors).toBeUndefined();
  return data.importTable;
};

const FILES: Readonly<Record<string, string>> = {
  DISCLOSURES: "形成日期,类别,信息标题,渠道\n2025/1/6,财政信息,某预算,政府网站、微信公众号\n",
  REQUESTS:
    "编号,收到日期,收件方式,申请人类别,申请人,申请内容\n2025-A1,2025年3月4日,当面,自然人,某甲,某补贴\n",
  REMEDIES: "案号,类型,提起日期,复议机关或法院\n某复字〔2025〕1号,行政复议,2025-05-06,某区人民政府\n",
  PROPOSALS: "编号,标题,种类,级别,交办日期\n12,关于某路的建议,人大代表建议,县（区）级,2025-03-10\n",
  INTERPRETATIONS: "文件标题,文件类别,文件公布日期,解读形式\n某办法,其他政策文件,2025-04-01,文字\n",
  CATALOGUE: "类别,事项,依据,同义名称\n某类信息,某事项,第二十条第（五）项,某某信息、某信息\n",
};

describe("a table that was brought in", () => {
  it.each(Object.entries(FILES))("%s is previewed, stored, and not stored twice", async (kind, file) => {
    expect(await told(kind, file)).toEqual({ done: false, rows: 1, rowProblems: [], problems: [] });
    expect(await told(kind, file, { preview: false })).toEqual({
      done: true,
      rows: 1,
      rowProblems: [],
      problems: [],
    });
    const again = await told(kind, file, { preview: false });
    expect(again.done).toBe(false);
    expect(again.rowProblems).toMatchObject([{ row: 2 }]);
  });

  it.each([
    ["DISCLOSURES", "disclosures"],
    ["REMEDIES", "remedies"],
    ["PROPOSALS", "proposals"],
    ["INTERPRETATIONS", "interpretations"],
  ])(
    "%s: the list as it is downloaded comes in as what is there already, and nothing else",
    async (kind, list) => {
      const { data } = await office.clerk.query(
        `query ($document: String!, $variables: JSON) { csv: downloadLink(document: $document, variables: $variables, format: CSV) { url }
        xlsx: downloadLink(document: $document, variables: $variables, format: XLSX) { url } }`,
        {
          document: `query ($code: String!) { unit(code: $code) { ${list} { nodes { id } } } }`,
          variables: { code: office.code },
        },
      );
      const get = (url: string) => app.request.get(url).responseType("arraybuffer");
      const [csv, xlsx] = [await get(data.csv.url), await get(data.xlsx.url)];
      const files = [(csv.body as Buffer).toString("utf8"), new Uint8Array(xlsx.body as Buffer)];
      for (const file of files) {
        const { done, rowProblems } = await told(kind, file, { preview: false });
        expect(done).toBe(false);
        expect(rowProblems).toMatchObject([
          { row: 2, message: expect.stringMatching(/已有|已登记|已经/) as string },
        ]);
      }
    },
  );

  it("from Excel has its days as Excel keeps them", async () => {
    const file = xlsxOf(
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>标题*</t></is></c><c r="B1" t="inlineStr"><is><t>类别*</t></is></c><c r="C1" t="inlineStr"><is><t>公开渠道*</t></is></c><c r="D1" t="inlineStr"><is><t>形成日期*</t></is></c></row>
       <row r="2"><c r="A2" t="inlineStr"><is><t>某公告</t></is></c><c r="B2" t="inlineStr"><is><t>公告公示</t></is></c><c r="C2" t="inlineStr"><is><t>公示栏</t></is></c><c r="D2" s="1"><v>45680</v></c></row></sheetData>`,
      {
        "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      },
    );
    expect(await told("DISCLOSURES", file, { preview: false })).toMatchObject({
      done: true,
      rowProblems: [],
    });
    const { data } = await office.clerk.query(
      `query ($code: String!) { unit(code: $code) { disclosures(first: 1, filter: { text: "某公告" }) { nodes { title formedOn } } } }`,
      { code: office.code },
    );
    expect(data.unit.disclosures.nodes).toEqual([{ title: "某公告", formedOn: "2025-01-23" }]);
  });

  it("with a fault in any row is not stored at all; each is told by row and column", async () => {
    const file =
      "标题,类别,公开渠道,形成日期\n好的,财政信息,政府网站,2025-02-01\n,财政信息,电报,2025-02-30\n迟的,财政信息,微博,2031-01-01\n";
    const { done, rowProblems } = await told("DISCLOSURES", file, { preview: false });
    expect(done).toBe(false);
    expect(rowProblems.map(({ row, column }: any) => [row, column])).toEqual([
      [3, "标题"],
      [3, "公开渠道"],
      [3, "形成日期"],
      [4, "形成日期"],
    ]);
    const rows = await told("DISCLOSURES", file.split("\n").slice(0, 2).join("\n"));
    expect(rows).toMatchObject({ rows: 1, rowProblems: [] });
  });

  it("with the same row twice is told so", async () => {
    const twice =
      "编号,收到日期,收件方式,申请人类别,申请人,申请内容\n2025-B1,2025-03-04,当面,自然人,某甲,甲\n2025-B1,2025-03-05,当面,自然人,某乙,乙\n";
    expect((await told("REQUESTS", twice, { preview: false })).rowProblems).toMatchObject([
      { row: 3, column: "编号" },
    ]);
  });

  it("has a template to fill in, and is text for the registers of units and users", async () => {
    const csv = await app.request.get("/templates/disclosures.csv").buffer(true);
    expect(csv.text).toBe("\uFEFF标题*,类别*,公开渠道*,条数,形成日期*,文件种类,文号\r\n");
    const xlsx = await app.request.get("/templates/requests.xlsx");
    expect([xlsx.status, xlsx.headers["content-type"]]).toEqual([
      200,
      expect.stringContaining("spreadsheet"),
    ]);
    expect((await app.request.get("/templates/nothing.csv")).status).toBe(404);
    const units = (await app.request.get("/templates/units.csv").buffer(true)).text;
    const filled = `${units}371003981,某镇人民政府,,镇,,,,,\r\n`;
    const preview = `mutation ($input: ImportUnitsInput!) { importUnits(input: $input) { rows { action } rowProblems { message } problems { message } } }`;
    const { data: imported } = await app
      .as("admin.371003")
      .query(preview, { input: { csv: filled, preview: true } });
    expect(imported.importUnits).toMatchObject({ rows: [{}], rowProblems: [], problems: [] });
    const users = (await app.request.get("/templates/users.csv").buffer(true)).text;
    expect(users).toBe("\uFEFF登录名*,姓名*,单位代码*,角色,初始密码\r\n");
    const uploadId = await upload(office.clerk, "代码,全称\n1,某\n", "单位.csv");
    const { data } = await office.clerk.query("query ($id: ID!) { uploadedTable(uploadId: $id) }", {
      id: uploadId,
    });
    expect(data.uploadedTable).toBe("代码,全称\n1,某");
  });
});
