import { createHash } from "node:crypto";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { call, draft, newBureau, published as disclosed, type Bureau } from "../ledgers/disclosure-calls.js";
import { newOffice, reportAt, type Office } from "./factories.js";

const NATURAL = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const YEAR = 2025;
/** A figure and words that stand in reports which are not published, and nowhere else. */
const SECRET = "73,913";
const cellsOf = (value: string) => ({ [NATURAL]: value, [GRANTED]: value });
const HOSTILE = `<script>alert("1")</script>&'`;

let app: TestApp;
let published: Office;
let hidden: readonly Office[];
let bureau: Bureau;
beforeAll(async () => {
  app = await startTestApp();
  published = await newOffice(app);
  hidden = [await newOffice(app), await newOffice(app), await newOffice(app)];
  await reportAt(app, "PUBLISHED", published, YEAR, cellsOf("6"));
  for (const [i, status] of ["DRAFT", "SUBMITTED", "APPROVED"].entries())
    await reportAt(app, status, hidden[i] ?? published, YEAR, cellsOf("73913"));
  bureau = await newBureau(app);
  await disclosed(bureau, {
    title: `预算${HOSTILE}`,
    documentNumber: "文政发〔2025〕7号",
    documentKind: "NORMATIVE_DOCUMENT",
  });
  await draft(bureau, { title: "尚未公开的草稿" });
  await call(bureau.clerk, "saveCatalogueItem", {
    ...{ unitCode: bureau.code, category: "财政信息", title: `决算${HOSTILE}` },
    article: "第二十条第（七）项",
  });
});
afterAll(() => app.close());

async function get(url: string, { token }: Client = app.anonymous, headers: Record<string, string> = {}) {
  const asked = app.request
    .get(url)
    .redirects(0)
    .set({ accept: "text/html", host: "gk.example:8080", ...headers });
  if (token !== null) void asked.set("authorization", `Bearer ${token}`);
  const {
    status,
    headers: answered,
    body,
  } = await asked.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
    response.on("end", () => done(null, Buffer.concat(parts)));
  });
  return { status, headers: answered as Record<string, string>, text: String(body as Buffer) };
}

const DISTRICT = "/open/371003";

/** The names of its elements; throws where it is not well-formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

/** What a table's row says, cell by cell. */
const rowOf = (page: string, first: string): string[] =>
  (page.split("<tr>").find((row) => row.includes(`>${first}<`)) ?? "")
    .split("</tr>", 1)[0]!
    .split(/<\/t[hd]>/)
    .slice(0, -1)
    .map((cell) => cell.replace(/<[^>]*>/g, "").trim());

describe("a government's pages", () => {
  it("list by unit and year what is published, and of what is not that it is not", async () => {
    const { status, text } = await get(DISTRICT);
    expect(status).toBe(200);
    expect(text).toContain(`<a href="/reports/${published.code}/${YEAR}">2026-01-20</a>`);
    for (const { code } of hidden) {
      expect(text).toContain(`/open/${code}"`);
      expect(text).not.toContain(`/reports/${code}/`);
    }
    expect(text).toContain(`/open-data/371003/${YEAR}/datapackage.json`);
    expect((await get(`/open-data/371003/${YEAR}/`)).text).toContain("other-pd");
  });

  it("show the published figures of a year with total and median, beside the areas around", async () => {
    const { text } = await get(`${DISTRICT}/${YEAR}`);
    const figures = ["6", "0", "6", "0", "0", "0", "6", "100%", "0", "0", "0"];
    expect(rowOf(text, published.name)).toEqual([published.name, ...figures]);
    for (const foot of ["合计", "中位数"]) expect(rowOf(text, foot)).toEqual([foot, ...figures]);
    for (const area of [
      "全国（本站已发布的）",
      "山东省人民政府所辖",
      "威海市人民政府所辖",
      "威海市文登区人民政府所辖",
    ])
      expect(rowOf(text, `${area}，1份`).slice(1)).toEqual(figures);
    for (const { name } of hidden) expect(rowOf(text, name).slice(1)).toEqual(["未发布"]);
  });

  it("never show what is not published, whoever asks", async () => {
    const pages = ["/open", DISTRICT, `${DISTRICT}/${YEAR}`, `${DISTRICT}/documents`, `${DISTRICT}/feed.xml`];
    for (const page of [...pages, ...hidden.map(({ code }) => `/open/${code}`)]) {
      const { text, headers } = await get(page);
      for (const secret of [SECRET, "73913", "尚未公开的草稿"]) expect(text).not.toContain(secret);
      for (const caller of [app.as("officer.371003"), hidden[0]!.clerk])
        expect((await get(page, caller)).text).toBe(text);
      expect(headers["cache-control"]).toBe("public, no-cache");
      expect((await get(page, app.anonymous, { "if-none-match": headers["etag"]! })).status).toBe(304);
    }
    expect((await get(`/open/${hidden[2]!.code}/${YEAR}`)).status).toBe(404);
  });

  it("lead to the report's own address, which names itself", async () => {
    const address = `/reports/${published.code}/${YEAR}`;
    for (const [from, to] of [
      [`${DISTRICT}/${YEAR}/${published.code}`, address],
      [`${DISTRICT}/${YEAR}/${published.code}.docx`, `${address}.docx`],
      [`/open/${published.code}/${YEAR}`, address],
    ] as const) {
      const { status, headers } = await get(from);
      expect([status, headers["location"]]).toEqual([301, to]);
    }
    const { text } = await get(`${address}?version=1`);
    expect(text).toContain(`<link rel="canonical" href="http://gk.example:8080${address}">`);
    expect(text).toContain(`<meta property="og:url" content="http://gk.example:8080${address}">`);
    expect(text).toContain(`<a href="/open/${published.code}">`);
  });

  it("run no script and load no style but the one that the policy names", async () => {
    const { text, headers } = await get(DISTRICT);
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(text).toContain(`<link rel="canonical" href="http://gk.example:8080${DISTRICT}"`);
    expect(text).not.toMatch(/<script| style=| on\w+=/);
    const forged = await get(DISTRICT, app.anonymous, { host: 'x"><script>' });
    expect(forged.text).not.toContain("<script>");
  });

  it("cost as many statements with more units", async () => {
    const cost = async (page: string): Promise<number> => {
      app.statements();
      expect((await get(page)).status).toBe(200);
      return app.statements().length;
    };
    const pages = ["/open", DISTRICT, `${DISTRICT}/${YEAR}`, `${DISTRICT}/documents`];
    const before = [];
    for (const page of pages) before.push(await cost(page));
    for (const year of [2023, 2024])
      await reportAt(app, "PUBLISHED", await newOffice(app), year, cellsOf("1"));
    const after = [];
    for (const page of pages) after.push(await cost(page));
    expect(after).toEqual(before);
    expect(Math.max(...after)).toBeLessThanOrEqual(32);
  });
});

describe("published documents", () => {
  it("are listed with the catalogue, escaped, and found by their words", async () => {
    const { text } = await get(`/open/${bureau.code}/documents`);
    const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;'";
    expect(text).toContain(`预算${escaped}`);
    expect(text).toContain(`决算${escaped}`);
    expect(text).toContain("共1条");
    const found = (q: string) => get(`${DISTRICT}/documents?q=${encodeURIComponent(q)}`);
    expect((await found("〔2025〕7号")).text).toContain("共1条");
    const nothing = await found(HOSTILE.slice(0, 9) + "x");
    expect(nothing.text).toContain("共0条");
    expect(nothing.text).not.toContain("<script");
    expect((await get(`${DISTRICT}/documents?after=nonsense`)).status).toBe(400);
  });
});

describe("finding one's way", () => {
  it("begins with a search and the areas that have reports", async () => {
    expect(rowOf((await get("/open")).text, "威海市文登区人民政府")).toContain("1份");
    const { text } = await get(`/open?q=${encodeURIComponent(published.name)}`);
    expect(text).toContain(`<a href="/open/${published.code}">${published.name}</a>`);
    expect((await get(`/open?q=${encodeURIComponent(HOSTILE)}`)).text).not.toContain("<script");
    expect(rowOf((await get("/open/3710")).text, "威海市文登区人民政府")).toContain("1份");
  });

  it("tells feed readers and search engines what there is", async () => {
    const feed = await get(`${DISTRICT}/feed.xml`);
    expect(feed.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(elementsOf(feed.text).filter((name) => name === "entry").length).toBeGreaterThan(0);
    expect(feed.text).toContain(`<id>http://gk.example:8080/reports/${published.code}/${YEAR}</id>`);
    const index = await get("/sitemap.xml");
    expect(elementsOf(index.text)).toContain("sitemap");
    expect(index.text).toContain(`http://gk.example:8080${DISTRICT}/sitemap.xml`);
    const sitemap = await get(`${DISTRICT}/sitemap.xml`);
    expect(elementsOf(sitemap.text)).toContain("lastmod");
    expect(sitemap.text).toContain(`/reports/${published.code}/${YEAR}<`);
    expect((await get("/robots.txt")).text).toContain("Sitemap: http://gk.example:8080/sitemap.xml");
  });

  it("answers what is not there with a page for a browser and JSON for a program", async () => {
    const unknown = [
      "/open/nix",
      "/open/%3Cb%3E",
      `${DISTRICT}/2019`,
      `${DISTRICT}/12`,
      `${DISTRICT}/${YEAR}/nix`,
    ];
    for (const url of [...unknown, "/open/a/b/c/d", `/reports/${hidden[0]!.code}/${YEAR}`]) {
      const page = await get(url);
      expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
      expect(page.text).toContain("<h1>没有找到</h1>");
      const { status, text } = await get(url, app.anonymous, { accept: "application/json" });
      expect([
        status,
        (JSON.parse(text) as { errors: { extensions: object }[] }).errors[0]?.extensions,
      ]).toEqual([404, { code: "NOT_FOUND" }]);
    }
  });
});
