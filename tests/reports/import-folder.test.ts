import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { docxOf, paragraph } from "../../src/reading/office.fixture.js";
import {
  figuresOf,
  formOf,
  pageHtml,
  printedTables,
  tableHtml,
} from "../../src/intake/understanding/report-page.fixture.js";
import { startTestApp, TEST_SECRETS, type TestApp } from "../harness/app.js";
import { changed, wholeDigestOf } from "../access/rows.js";
import { fieldOf, newOffice, reportOf, saved, valueOf, type Office } from "./factories.js";

const COMMAND = new URL("../../src/cli/import-reports.ts", import.meta.url).pathname;

let app: TestApp;
let [filed, begun]: Office[] = [];
let directory: string;
beforeAll(async () => {
  app = await startTestApp();
  [filed, begun] = [await newOffice(app), await newOffice(app)];
  directory = mkdtempSync(join(tmpdir(), "archive-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await app.close();
});

const { argv, env } = process;
beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue(undefined);
  process.env = {
    ...env,
    ...{ DATABASE_URL: app.config.databaseUrl, AUTH_SECRET: TEST_SECRETS.authSecret },
    ...{ PERSONAL_DATA_KEY: TEST_SECRETS.personalDataKey, LOG_LEVEL: "silent" },
  };
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(process, { argv, env });
  process.exitCode = undefined;
});

const form = formOf("2021");
const figures = new Map(
  [...figuresOf(form)].filter(([code]) => !code.endsWith(".total") && !code.includes(".total.")),
);
const printed = printedTables(form, figures);
const page = (name: string, year: number): string =>
  pageHtml({
    title: `${name}${year}年政府信息公开工作年度报告`,
    proactive: tableHtml(printed.proactive),
    requests: tableHtml(printed.requests),
    remedies: tableHtml(printed.remedies),
  }).replaceAll("2023年1月", `${year}年1月`);

let runs = 0;
/** Runs the command: the lines of its report by file, each as year, unit, outcome and reason. */
async function run(...options: string[]): Promise<Record<string, string>> {
  const report = join(directory, "..", `report-${process.pid}-${++runs}.csv`);
  process.argv = ["node", "import-reports", directory, ...options, "--report", report];
  await import(`${COMMAND}?run=${runs}`);
  const rows = readFileSync(report, "utf8").replace("\uFEFF", "").split("\r\n");
  rmSync(report);
  expect(rows[0]).toBe("文件,单位代码,单位,年度,识别出的数,文字部分,疑点,结果,原因");
  const cells = rows
    .slice(1, rows.indexOf(""))
    .map((row) => [...row.matchAll(/"([^"]*)"|[^,]+|(?<=,)(?=,)/g)].map(([cell, quoted]) => quoted ?? cell));
  return Object.fromEntries(
    cells.map(([file, unit, , year, ...rest]) => [
      file,
      [unit, year, ...rest.slice(-2)].filter(Boolean).join(" "),
    ]),
  );
}

describe("a folder of reports", () => {
  it("fills what is sure, says of the rest why not, and repeats nothing", async () => {
    if (!filed || !begun) throw new Error("two offices");
    mkdirSync(join(directory, "2024", "乡镇"), { recursive: true });
    const put = (path: string, content: string | Uint8Array) => writeFileSync(join(directory, path), content);
    put("2024/乡镇/年报.html", page(filed.name, 2024));
    put("2024/乡镇/已开始.html", page(begun.name, 2024));
    put("2023.htm", page(filed.name, 2023));
    put("2024/外单位.html", page("清河镇人民政府", 2024));
    put("2024/会议纪要.docx", docxOf(paragraph("会议纪要")));
    put("2024/损坏.docx", docxOf(paragraph("年报")).slice(0, 200));
    put("2024/~$年报.docx", "locked");
    put("照片.png", "picture");
    symlinkSync("/etc/passwd", join(directory, "2024", "passwd.txt"));
    await saved(begun.clerk, {
      unitCode: begun.code,
      year: 2024,
      cells: [{ code: "proactive.regulations.issued", value: "1" }],
    });
    const said = (outcome: string) => ({
      "2023.htm": expect.stringContaining(`${filed?.code} 2023 ${outcome}`),
      "2024/乡镇/年报.html": expect.stringContaining(`${filed?.code} 2024 ${outcome}`),
      "2024/乡镇/已开始.html": expect.stringMatching(`^${begun?.code} 2024 SKIPPED 该年报已开始填报`),
      "2024/会议纪要.docx": expect.stringMatching("^SKIPPED 文件中没有找到单位名称"),
      "2024/外单位.html": expect.stringMatching("^2024 SKIPPED 所辖单位中没有“清河镇人民政府”"),
      "2024/损坏.docx": expect.stringMatching("^FAILED "),
      "照片.png": expect.stringMatching("^SKIPPED 不是年报文件"),
    });
    const before = await wholeDigestOf(app.app.database);
    expect(await run("--as", "officer.371003", "--preview-only")).toEqual(said("PREVIEWED"));
    expect(changed(before, await wholeDigestOf(app.app.database))).toEqual([]);

    expect(await run("--as", "officer.371003")).toEqual(said("IMPORTED"));
    const report = await reportOf(filed.clerk, filed.code, 2024);
    expect(valueOf(report!, "requests.received.naturalPerson")).toBe(
      figures.get("requests.received.naturalPerson"),
    );
    expect(await reportOf(filed.clerk, filed.code, 2023)).toMatchObject({ status: "DRAFT", revision: 1 });
    const history = await filed.clerk.query(
      `query ($unit: String!) { history(unit: $unit, operations: [APPLY_IMPORT, IMPORT_FOLDER]) {
        nodes { operation actor changes { field after } } } }`,
      { unit: filed.code },
    );
    const entries = fieldOf<{ nodes: { operation: string; actor: unknown; changes: any[] }[] }>(
      history,
    ).nodes;
    const told = entries.map(({ operation, actor }) => [operation, actor !== null]);
    expect(told.sort()).toEqual([
      ["APPLY_IMPORT", true],
      ["APPLY_IMPORT", true],
      ["IMPORT_FOLDER", false],
      ["IMPORT_FOLDER", false],
    ]);
    const ordered = entries.find(({ operation }) => operation === "IMPORT_FOLDER");
    expect(ordered?.changes).toContainEqual({ field: "login", after: "officer.371003" });

    const after = await wholeDigestOf(app.app.database);
    expect(await run("--as", "officer.371003")).toMatchObject({
      "2023.htm": expect.stringContaining("KNOWN"),
      "2024/乡镇/年报.html": expect.stringContaining("KNOWN"),
    });
    expect(changed(after, await wholeDigestOf(app.app.database))).toEqual([]);
  });

  it("is filled in the name of somebody who may, alone", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue(undefined);
    for (const login of ["nobody", "analyst.371003"]) {
      process.argv = ["node", "import-reports", directory, "--as", login];
      await import(`${COMMAND}?run=${++runs}`);
      expect(process.exitCode).toBe(1);
      expect(told.mock.lastCall?.[0]).toMatch(`没有用户 ${login}`);
    }
    expect(await run("--as", "officer.371002")).toMatchObject({
      "2023.htm": expect.stringMatching("^2023 SKIPPED 所辖单位中没有"),
    });
  });
});
