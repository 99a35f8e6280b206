import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, reportAt, type Office } from "./factories.js";

const NATURAL = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const AUDIT = `query ($id: ID!, $unit: String!, $year: Int!) { auditDocument(uploadId: $id, unitCode: $unit, year: $year) {
  agrees file { name } version { number status }
  cells { indicator { code } published value text certainty place { table row column } }
  missing { code } sections { key found sentences { change text line } } doubts { code }
} }`;

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
  await reportAt(app, "PUBLISHED", office, 2025, { [NATURAL]: "3", [GRANTED]: "3" });
});
afterAll(() => app.close());

async function file(extension: string): Promise<Buffer> {
  const answer = await app.request
    .get(`/reports/${office.code}/2025${extension}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
      response.on("end", () => done(null, Buffer.concat(parts)));
    });
  return answer.body as Buffer;
}

interface Audited {
  readonly agrees: boolean;
  readonly cells: readonly object[];
  readonly missing: readonly { code: string }[];
  readonly sections: readonly object[];
  readonly doubts: readonly { code: string }[];
}

async function audited(
  bytes: Buffer,
  name: string,
  { client = office.clerk, year = 2025 } = {},
): Promise<Audited | null> {
  await client.query("{ __typename }");
  const { body } = await app.request
    .post(`/uploads?name=${encodeURIComponent(name)}`)
    .set({ "content-type": "application/octet-stream", authorization: `Bearer ${client.token}` })
    .send(bytes);
  const { id } = (body as { upload: { id: string } }).upload;
  return fieldOf<Audited | null>(await client.query(AUDIT, { id, unit: office.code, year }));
}

describe("a finished file against the published report", () => {
  it("agrees as it was exported, as Word and as a page, for whoever asks", async () => {
    const stranger: Client = app.as("officer.371002");
    expect(await audited(await file(".docx"), "年报.docx")).toMatchObject({
      ...{ agrees: true, cells: [], missing: [], sections: [], doubts: [] },
      ...{ file: { name: "年报.docx" }, version: { number: 1, status: "PUBLISHED" } },
    });
    expect(await audited(await file(""), "年报.html", { client: stranger })).toMatchObject({ agrees: true });
    expect(await audited(await file(""), "年报.html", { year: 2024 })).toBeNull();
  });

  it("is told where a figure, a sentence or a whole table is another, with its place", async () => {
    const page = (await file(""))
      .toString()
      .replace(/\sdata-[\w-]+="[^"]*"/g, "")
      .replace("年\u3000月\u3000日", "2026年1月20日");
    expect(await audited(Buffer.from(page), "网页.html")).toMatchObject({ agrees: true });
    const row = /一、本年新收政府信息公开申请数量[^]*?<\/tr>/.exec(page)?.[0] ?? "";
    const edited = page
      .replace(row, row.replace(">3<", ">4<"))
      .replace("公开内容不够全面。", "公开内容很全面。")
      .replace("本年度未收取信息处理费。", "本年度未收取信息处理费。本句是后来加的。");
    const found = await audited(Buffer.from(edited), "网页.html");
    expect(found).toMatchObject({
      agrees: false,
      cells: [
        {
          ...{ indicator: { code: NATURAL }, published: "3", value: "4", text: "4", certainty: "SURE" },
          place: {
            table: expect.any(Number) as number,
            row: expect.any(Number) as number,
            column: expect.any(Number) as number,
          },
        },
      ],
      missing: [],
      sections: [
        {
          ...{ key: "PROBLEMS", found: true },
          sentences: [
            { change: "REMOVED", text: "存在的主要问题：公开内容不够全面。", line: 1 },
            { change: "ADDED", text: "存在的主要问题：公开内容很全面。", line: 1 },
          ],
        },
        {
          ...{ key: "OTHER_MATTERS", found: true },
          sentences: [{ change: "ADDED", text: "本句是后来加的。", line: 1 }],
        },
      ],
    });
    const remedies = page.lastIndexOf("<table");
    const without = `${page.slice(0, remedies)}<img src="t4.png">${page.slice(page.indexOf("</table>", remedies) + 8)}`;
    const left = await audited(Buffer.from(without), "网页.html");
    expect(left?.missing.map(({ code }) => code.split(".")[0])).toEqual(Array<string>(15).fill("remedies"));
    expect(left?.doubts).toContainEqual({ code: "S04_TABLE_IMAGE" });
  });
});
