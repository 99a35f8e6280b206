import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { docxOf, paragraph, withDeclaredSize } from "../../src/reading/office.fixture.js";
import {
  figuresOf,
  formOf,
  pageHtml,
  printedTables,
  tableHtml,
} from "../../src/intake/understanding/report-page.fixture.js";
import { eraseFiles } from "../../src/intake/api.js";
import { IMPORTED_FILE_PARTS } from "../../src/intake/index.js";
import { addDays, dateInShanghai } from "../../src/kernel/calendar-date.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Answer, type Client, type TestApp } from "../harness/app.js";
import { newOffice, reportOf, saved, valueOf, type Office } from "./factories.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  office = await newOffice(app);
});

const form = formOf("2021");
/** Totals that add up, for what adds up is left to be computed. */
const figures = new Map(
  [...figuresOf(form)].filter(([code]) => !code.endsWith(".total") && !code.includes(".total.")),
);
const printed = printedTables(form, figures);
const page = (title = `${office.name}2024年政府信息公开工作年度报告`): string =>
  pageHtml({
    title,
    proactive: tableHtml(printed.proactive),
    requests: tableHtml(printed.requests),
    remedies: tableHtml(printed.remedies),
  }).replaceAll("2023年1月", "2024年1月");

interface Sent {
  readonly status: number;
  readonly body: any;
}

async function upload(client: Client, file: string | Uint8Array, name = "年报.html"): Promise<Sent> {
  // Signs in.
  await client.query("{ __typename }");
  const { token } = client;
  const asked = app.request
    .post(`/uploads?name=${encodeURIComponent(name)}`)
    .set("content-type", "application/octet-stream");
  if (token !== null) void asked.set("authorization", `Bearer ${token}`);
  const { status, body } = await asked.send(Buffer.from(file));
  return { status, body };
}

const uploaded = async (client: Client, file: string | Uint8Array): Promise<string> => {
  const { status, body } = await upload(client, file);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.upload.id as string;
};

const PREVIEW = `query ($id: ID!, $unit: String!, $year: Int) { previewImport(uploadId: $id, unitCode: $unit, year: $year) {
  file { name bytes sha256 } year foundUnitName foundYear foundFormat signedOn revision exportedRevision
  cells { indicator { code } value text certainty stored differs place { table sheet row column paragraph } }
  sections { key heading body stored differs } doubts { code message excerpt place { table row } } } }`;
const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) {
  report { revision signedOn sections { key body } cells { indicator { code } value source } } problems { code message path } } }`;
const preview = (client: Client, id: string, more: object = {}): Promise<Answer> =>
  client.query(PREVIEW, { id, unit: office.code, ...more });
const apply = (client: Client, id: string, more: object = {}): Promise<Answer> =>
  client.query(APPLY, { input: { uploadId: id, unitCode: office.code, ...more } });

const FILES = `query ($unit: String!) { unit(code: $unit) { report(year: 2024) {
  importedFiles { name sha256 bytes mediaType importedAt erasedAt file { url } } } } }`;
const filesFor = async (client: Client): Promise<any> =>
  (await client.query(FILES, { unit: office.code })).data.unit.report?.importedFiles ?? null;

describe("a file that was brought in", () => {
  it("is previewed with places, doubts and differences, and nothing is stored", async () => {
    await saved(office.clerk, {
      unitCode: office.code,
      year: 2024,
      cells: [{ code: "proactive.regulations.issued", value: "1" }],
    });
    const { data, errors } = await preview(office.clerk, await uploaded(office.clerk, page()));
    expect(errors).toBeUndefined();
    const found = data.previewImport;
    expect(found).toMatchObject({
      year: 2024,
      foundUnitName: office.name,
      foundYear: 2024,
      foundFormat: "2021",
      signedOn: "2024-01-12",
      revision: 1,
      exportedRevision: null,
      doubts: [],
    });
    expect(found.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(found.cells).toHaveLength(200);
    const cell = (code: string) => found.cells.find((one: any) => one.indicator.code === code);
    expect(cell("proactive.regulations.issued")).toMatchObject({
      value: "1",
      stored: "1",
      differs: false,
      certainty: "SURE",
      place: { table: 1, row: 3, column: 2 },
    });
    expect(cell("proactive.regulations.repealed")).toMatchObject({ value: "2", stored: null, differs: true });
    expect(await reportOf(office.clerk, office.code, 2024)).toMatchObject({ revision: 1 });
  });

  it("is applied as imported, with its hash in the history", async () => {
    const id = await uploaded(office.clerk, page());
    const { data } = await apply(office.clerk, id);
    expect(data.applyImport.problems).toEqual([]);
    const { report } = data.applyImport;
    expect(report).toMatchObject({ revision: 1, signedOn: "2024-01-12" });
    const given = report.cells.filter(({ source }: any) => source === "IMPORTED");
    expect(Object.fromEntries(given.map((one: any) => [one.indicator.code, one.value]))).toEqual(
      Object.fromEntries(figures),
    );
    expect(report.sections.find(({ key }: any) => key === "PROBLEMS").body).toBe("人手不足，将加强培训。");
    const stored = await reportOf(office.clerk, office.code, 2024);
    expect(valueOf(stored!, "requests.received.naturalPerson")).toBe(
      figures.get("requests.received.naturalPerson"),
    );
    const history = await office.clerk.query(
      `query ($unit: String!) { history(unit: $unit, operations: [APPLY_IMPORT]) { nodes { changes { field after } } } }`,
      { unit: office.code },
    );
    const [entry] = history.data.history.nodes;
    const { sha256 } = (await preview(office.clerk, id)).data.previewImport.file;
    expect(entry.changes).toEqual(
      expect.arrayContaining([
        { field: "sha256", after: sha256 },
        { field: "file", after: "年报.html" },
      ]),
    );
  });

  it("is kept as it was, for whoever sees the working copy, until its retention is over", async () => {
    // Some parts, which a gzip does not shrink.
    const noise = `<!-- ${randomBytes(120_000).toString("base64")} -->`;
    const file = Buffer.from(page() + noise);
    await apply(office.clerk, await uploaded(office.clerk, file));
    await apply(office.clerk, await uploaded(office.clerk, file), { expectedRevision: 1 });
    const sha256 = createHash("sha256").update(file).digest("hex");
    const [kept, ...others] = (await filesFor(office.clerk)) ?? [];
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ name: "年报.html", sha256, bytes: file.length, mediaType: "text/html" });
    const got = (path: string, client = app.anonymous) =>
      app.request
        .get(path)
        .set(client.token === null ? {} : { authorization: `Bearer ${client.token}` })
        .responseType("blob");
    const answer = await got(kept.file.url);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(file)).toBe(true);
    expect(answer.headers["content-disposition"]).toMatch(/^attachment/);
    expect(answer.headers["content-type"]).toBe("application/octet-stream");

    const bare = kept.file.url.replace(/\?.*/, "");
    const id = bare.split("/").at(-1) ?? "";
    const foreign = (await newOffice(app)).clerk;
    await foreign.query("{ __typename }");
    expect((await got(bare, office.clerk)).status).toBe(200);
    for (const client of [app.anonymous, foreign]) expect((await got(bare, client)).status).toBe(404);
    expect((await got(bare.replace(/.$/, "_") + kept.file.url.replace(/.*\?/, "?"))).status).toBe(404);
    expect(await filesFor(app.as("officer.371003"))).toHaveLength(1);
    expect(await filesFor(foreign)).toBeNull();

    const erased = (before: string) =>
      app.app.database.write(SYSTEM, async (session) =>
        eraseFiles(session, await unitOf(session, office.code), before, app.clock.now()),
      );
    const today = dateInShanghai(app.clock.now());
    expect(await erased(today)).toBe(0);
    expect(await erased(addDays(today, 1))).toBe(1);
    const gone = await filesFor(office.clerk);
    expect(gone).toMatchObject([{ sha256, file: null }]);
    expect(gone[0].erasedAt).not.toBeNull();
    expect((await got(bare, office.clerk)).status).toBe(404);
    const left = await app.app.database.read(SYSTEM, (session) =>
      session.rows(IMPORTED_FILE_PARTS).find({ fileId: id }),
    );
    expect(left).toEqual([]);
  });

  it("gives only what was chosen", async () => {
    const id = await uploaded(office.clerk, page());
    const cells = ["proactive.licences.decisions"];
    const { data } = await apply(office.clerk, id, { cells, sections: [], signedOn: false });
    expect(data.applyImport.report).toMatchObject({ signedOn: null });
    expect(data.applyImport.report.cells.filter(({ value }: any) => value !== null)).toMatchObject([
      { indicator: { code: cells[0] } },
    ]);
    const missing = await apply(office.clerk, id, { cells: ["nothing.of.it"], expectedRevision: 1 });
    expect(missing.data.applyImport.problems).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "cells", "0"] },
    ]);
    const stale = await apply(office.clerk, id, { cells, expectedRevision: 7 });
    expect(stale.data.applyImport.problems).toMatchObject([{ code: "STALE_REVISION" }]);
  });

  it("of another unit or year is doubted", async () => {
    const id = await uploaded(office.clerk, page("清河镇人民政府2024年政府信息公开工作年度报告"));
    const { data } = await preview(office.clerk, id, { year: 2023 });
    expect(data.previewImport.doubts.map(({ code }: any) => code)).toEqual(["OTHER_UNIT", "OTHER_YEAR"]);
  });

  it("is its uploader's alone", async () => {
    const id = await uploaded(office.clerk, page());
    const other = await newOffice(app);
    const foreign = await other.clerk.query(PREVIEW, { id, unit: other.code, year: 2024 });
    const none = await other.clerk.query(PREVIEW, {
      id: Buffer.from("Upload:AAAAAAAAAAAAAAAA").toString("base64url"),
      unit: other.code,
      year: 2024,
    });
    expect(foreign.errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
    expect(foreign).toEqual(none);
  });
});

describe("POST /uploads", () => {
  it("needs a caller who has signed in, a name, and the type of a file", async () => {
    expect((await upload(app.anonymous, page())).status).toBe(401);
    expect((await upload(office.clerk, page(), "")).body.errors[0].extensions.code).toBe("BAD_USER_INPUT");
    const form = await app.request
      .post("/uploads?name=a.html")
      .set("authorization", `Bearer ${office.clerk.token}`)
      .set("content-type", "text/plain")
      .send("x");
    expect(form.status).toBe(415);
    const elsewhere = await app.request
      .post("/graphql")
      .set("content-type", "application/octet-stream")
      .send(Buffer.from("x"));
    expect(elsewhere.status).toBe(415);
  });

  it("answers a clear problem to a hostile file, and keeps nothing of it", async () => {
    const lying = withDeclaredSize(docxOf(paragraph("文".repeat(5_000))), "word/document.xml", 9);
    for (const [file, says] of [
      [lying, "损坏"],
      [new Uint8Array(), "空"],
      [docxOf("<w:tbl><w:tr><w:tc>".repeat(20_000)), "嵌套"],
      [docxOf(`<!--${"0".repeat(30_000_000)}-->`), "过大"],
    ] as const) {
      const { status, body } = await upload(office.clerk, file, "年报.docx");
      expect(status).toBe(400);
      expect(body.errors[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
      expect(body.errors[0].message).toContain(says);
      expect(body).not.toHaveProperty("upload");
    }
  });
});
