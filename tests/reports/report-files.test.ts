import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFile } from "../../src/reading/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  fieldOf,
  newOffice,
  reportAt,
  reportOf,
  saved,
  SECTIONS,
  taken,
  type Office,
  type Report,
  wholeReport,
} from "./factories.js";

const NATURAL = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const ONE = { [NATURAL]: "1", [GRANTED]: "1" };

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

async function get(
  url: string,
  { token }: { token: string | null } = app.anonymous,
  headers = {},
): Promise<Got> {
  const asked = app.request.get(url).set(headers);
  if (token !== null) void asked.set("authorization", `Bearer ${token}`);
  const answer = await asked.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
    response.on("end", () => done(null, Buffer.concat(parts)));
  });
  const bytes = answer.body as Buffer;
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
}

const address = (extension = ""): string => `/reports/${office.code}/2025${extension}`;
const FILES = ["", ".docx", ".xlsx", ".json"] as const;

/** What the tags of a file say. */
async function told({ bytes }: Got, name: string): Promise<Record<string, string>> {
  const { tags } = await readFile(bytes, name);
  return Object.fromEntries(tags.map((tag) => [tag.name, tag.value]));
}

const FILE = `query ($unit: String!, $year: Int!, $format: ReportFileFormat!) { unit(code: $unit) { report(year: $year) {
  address file(format: $format) { url expiresAt } } } }`;

async function linkOf(
  client: Client,
  format: string,
  unit = office.code,
): Promise<{ address: string; url: string }> {
  const { report } = fieldOf<{ report: { address: string; file: { url: string } } }>(
    await client.query(FILE, { unit, year: 2025, format }),
  );
  return { address: report.address, url: report.file.url };
}

describe("a published report", () => {
  it("is a page and three files for everybody, with the figures and texts of the API", async () => {
    await reportAt(app, "PUBLISHED", office, 2025, ONE);
    const report = (await reportOf(app.anonymous, office.code, 2025)) as Report;
    for (const extension of [".docx", ".xlsx", ""] as const) {
      const got = await get(address(extension));
      expect(got.status).toBe(200);
      const tags = await told(got, `a${extension || ".html"}`);
      for (const { indicator, value } of report.cells) expect(tags[indicator.code]).toBe(value ?? "");
      for (const { key, body } of SECTIONS) expect(tags[`section.${key}`]).toBe(body);
      expect(tags["report.unit"]).toBe(office.name);
    }
    const json = JSON.parse((await get(address(".json"))).text) as {
      title: string;
      cells: { code: string; value: string }[];
    };
    expect(json.title).toBe(`${office.name}2025年政府信息公开工作年度报告`);
    expect(json.cells.find(({ code }) => code === NATURAL)?.value).toBe("1");
  });

  it("is one page for all, without script, under a policy that loads nothing; and says when it has not changed", async () => {
    await reportAt(app, "PUBLISHED", office);
    const { text, headers } = await get(address());
    expect(text).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/,
    );
    expect(headers["cache-control"]).toBe("public, no-cache");
    for (const extension of FILES) {
      const { etag } = (await get(address(extension))).headers;
      expect((await get(address(extension), app.anonymous, { "if-none-match": etag })).status).toBe(304);
    }
    const signedIn = await get(address(), office.clerk);
    expect(signedIn.headers["cache-control"]).toBe("private, no-store");
  });

  it("names its files", async () => {
    await reportAt(app, "PUBLISHED", office);
    const name = encodeURIComponent(`${office.name}2025年政府信息公开工作年度报告.docx`);
    expect((await get(address(".docx"))).headers["content-disposition"]).toContain(
      `filename*=UTF-8''${name}`,
    );
  });

  it("stays readable as a version once it has been corrected", async () => {
    const published = await reportAt(app, "PUBLISHED", office, 2025, ONE);
    const officer = app.as("officer.371003");
    let report = await taken(officer, "reviseReport", published);
    // The public reads on while the correction is under way.
    expect((await told(await get(address()), "a.html"))[NATURAL]).toBe("1");
    const cells = [NATURAL, GRANTED].map((code) => ({ code, value: "2" }));
    report = await saved(office.clerk, {
      unitCode: office.code,
      year: 2025,
      cells,
      expectedRevision: report.revision,
    });
    expect((await told(await get(address()), "a.html"))[NATURAL]).toBe("1");
    expect((await told(await get(address(), office.clerk), "a.html"))[NATURAL]).toBe("2");
    report = await taken(office.reviewer, "submitReport", report);
    report = await taken(officer, "approveReport", report);
    await taken(officer, "publishReport", report);
    const now = async (url: string) => (await told(await get(url), "a.html"))[NATURAL];
    expect([
      await now(address()),
      await now(`${address()}?version=1`),
      await now(`${address()}?version=2`),
    ]).toEqual(["2", "1", "2"]);
  });
});

describe("a report that is not published", () => {
  it.each(["DRAFT", "SUBMITTED"])(
    "is in every form as one that does not exist, for strangers: %s",
    async (status) => {
      await reportAt(app, status, office);
      const foreign = app.as("clerk.371003104");
      await foreign.query("{ __typename }");
      for (const extension of FILES)
        for (const client of [app.anonymous, foreign])
          for (const version of ["", "?version=1"]) {
            const hidden = await get(`${address(extension)}${version}`, client);
            const absent = await get(`/reports/${office.code}/2024${extension}${version}`, client);
            const nowhere = await get(`/reports/371009999/2025${extension}${version}`, client);
            expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
            expect([nowhere.status, nowhere.text]).toEqual([404, absent.text]);
          }
    },
  );

  it("is open to its own unit, by header or by a link that opens this file alone, for five minutes", async () => {
    await reportAt(app, "DRAFT", office, 2025, ONE);
    const { url, address: lasting } = await linkOf(office.clerk, "DOCX");
    expect(lasting).toBe(address());
    const file = await get(url);
    expect([file.status, (await told(file, "a.docx"))[NATURAL]]).toEqual([200, "1"]);
    expect((await get(address(".xlsx"), office.clerk)).status).toBe(200);
    expect((await get(address())).status).toBe(404);
    const ticket = url.split("?")[1] ?? "";
    for (const other of [address(".xlsx"), address(), `/reports/371003003/2025.docx`, "/download"])
      expect((await get(`${other}?${ticket}`)).status).toBe(404);
    expect((await get(`${address(".docx")}?ticket=forged`)).status).toBe(404);
    app.clock.advance(5 * 60_000 + 1_000);
    expect((await get(url)).status).toBe(404);
  });

  it("has its findings in the workbook for its own people, and for nobody else", async () => {
    await saved(office.clerk, wholeReport(office, 2025, { [NATURAL]: "3" }));
    const sheet = async (client: Client): Promise<string> => {
      const { blocks } = await readFile((await get(address(".xlsx"), client)).bytes, "a.xlsx");
      return JSON.stringify(blocks);
    };
    expect(await sheet(office.clerk)).toContain("T3.FLOW");
    const other = await newOffice(app);
    await reportAt(app, "PUBLISHED", other);
    const { blocks } = await readFile((await get(`/reports/${other.code}/2025.xlsx`)).bytes, "a.xlsx");
    expect(JSON.stringify(blocks)).toContain("只向本单位及其主管部门列出");
  });
});

describe("an address that names no report", () => {
  it.each([
    "/reports/371003/2023.pdf",
    "/reports/371003/23",
    "/reports/..%2f/2023",
    "/reports/371003/2023?version=0",
  ])("%s", async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});
