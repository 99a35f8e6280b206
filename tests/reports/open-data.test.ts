import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/forms/index.js";
import { readFile } from "../../src/reading/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { newOffice, reportAt, saved, taken, type Office } from "./factories.js";

const NATURAL = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const YEAR = 2025;

let app: TestApp;
let published: Office;
let submitted: Office;
beforeAll(async () => {
  app = await startTestApp();
  [published, submitted] = [await newOffice(app), await newOffice(app)];
  await reportAt(app, "PUBLISHED", published, YEAR, { [NATURAL]: "1", [GRANTED]: "1" });
  await reportAt(app, "SUBMITTED", submitted, YEAR);
});
afterAll(() => app.close());

async function get(url: string, { token }: Client = app.anonymous, headers = {}) {
  const asked = app.request.get(url).set(headers);
  if (token !== null) void asked.set("authorization", `Bearer ${token}`);
  const answer = await asked.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
    response.on("end", () => done(null, Buffer.concat(parts)));
  });
  const bytes = answer.body as Buffer;
  return {
    status: answer.status,
    etag: (answer.headers as { etag?: string }).etag,
    bytes,
    text: bytes.toString(),
  };
}

const folder = (file = "", unit = "371003", year = YEAR): string => `/open-data/${unit}/${year}/${file}`;
const lines = (text: string): string[][] =>
  text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));

describe("the bundle of a district's year", () => {
  it("holds every published report as three files, and a manifest with their hashes", async () => {
    const { status, bytes } = await get(folder("reports.zip"));
    expect(status).toBe(200);
    const files = unzipSync(bytes);
    const name = `${published.code}-${YEAR}`;
    expect(Object.keys(files)).toEqual([`${name}.docx`, `${name}.xlsx`, `${name}.json`, "manifest.json"]);
    const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString()) as {
      unit: string;
      reports: number;
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect([manifest.unit, manifest.reports]).toEqual(["371003", 1]);
    const hashes = Object.entries(files)
      .filter(([file]) => file !== "manifest.json")
      .map(([file, content]) => ({
        name: file,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      }));
    expect(manifest.files).toEqual(hashes);
    const { tags } = await readFile(files[`${name}.docx`] ?? new Uint8Array(), "a.docx");
    expect(tags.find((tag) => tag.name === NATURAL)?.value).toBe("1");
  });

  it("is the same for whoever asks, and is not made again for who has it", async () => {
    const { bytes, etag } = await get(folder("reports.zip"));
    for (const caller of [app.as("officer.371003"), published.clerk, submitted.clerk]) {
      await caller.query("{ __typename }");
      expect((await get(folder("reports.zip"), caller)).bytes.equals(bytes)).toBe(true);
    }
    expect((await get(folder("reports.zip"), app.anonymous, { "if-none-match": etag })).status).toBe(304);
  });

  it("is empty where nothing is published, as for another year or another district's unit", async () => {
    for (const url of [folder("reports.zip", "371003", 2019), folder("reports.zip", submitted.code)])
      expect(Object.keys(unzipSync((await get(url)).bytes))).toEqual(["manifest.json"]);
  });
});

describe("open data", () => {
  it("says what is in the folder, and what each column means", async () => {
    const { text } = await get(folder());
    const { resources } = JSON.parse(text) as {
      resources: { path: string; schema: { fields: { name: string; description: string }[] } }[];
    };
    expect(resources.map(({ path }) => path)).toEqual([
      "reports.csv",
      "cells.csv",
      "sections.csv",
      "dictionary.csv",
    ]);
    for (const { path, schema } of resources) {
      const [header] = lines((await get(folder(path))).text);
      expect(header).toEqual(schema.fields.map(({ name }) => name));
      for (const { description } of schema.fields) expect(description).toMatch(/\p{Script=Han}/u);
    }
  });

  it("has the published report and its cells, and nothing of one that is not", async () => {
    const reports = lines((await get(folder("reports.csv"))).text);
    expect(
      reports.slice(1).map(([code, scope, , year, form, version]) => [code, scope, year, form, version]),
    ).toEqual([[published.code, "OWN", "2025", "2021", "1"]]);
    const cells = lines((await get(folder("cells.csv"))).text).slice(1);
    expect(new Set(cells.map(([code]) => code))).toEqual(new Set([published.code]));
    expect(cells).toHaveLength(200);
    expect(cells.find(([, , code]) => code === NATURAL)?.[3]).toBe("1");
    expect((await get(folder("sections.csv"))).text).toContain("本年度未收取信息处理费。");
  });

  it("explains every cell of both forms in its dictionary", async () => {
    const told = lines((await get(folder("dictionary.csv"))).text).slice(1);
    const codes = new Set(FORMATS.flatMap(({ cells }) => cells.map(({ code }) => code)));
    expect(new Set(told.map(([code]) => code))).toEqual(codes);
    expect(
      told.find(([code]) => code === "other.undivided" || code === "requests.other.undivided.total")?.[5],
    ).toBe("2019");
  });

  it("goes by the newest published version once a report is corrected", async () => {
    const office = await newOffice(app);
    const officer = app.as("officer.371003");
    let report = await reportAt(app, "PUBLISHED", office, YEAR, { [NATURAL]: "1", [GRANTED]: "1" });
    report = await taken(officer, "reviseReport", report);
    const cells = [NATURAL, GRANTED].map((code) => ({ code, value: "2" }));
    report = await saved(office.clerk, {
      ...{ unitCode: office.code, year: YEAR, cells },
      expectedRevision: report.revision,
    });
    const value = async (): Promise<string | undefined> =>
      lines((await get(folder("cells.csv", office.code))).text).find(([, , code]) => code === NATURAL)?.[3];
    report = await taken(office.reviewer, "submitReport", report);
    expect(await value()).toBe("1");
    report = await taken(officer, "approveReport", report);
    await taken(officer, "publishReport", report);
    expect(await value()).toBe("2");
  });

  it.each([
    "/open-data/371003/2025/secrets.csv",
    "/open-data/371003/25/",
    "/open-data/379999/2025/",
    "/open-data/371003/2025/constructor",
  ])("%s is nothing", async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});
