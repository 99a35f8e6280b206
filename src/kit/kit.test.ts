import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../forms/index.js";
import { suqianCells } from "../forms/suqian.fixture.js";
import { auditTexts, checkReport, VERSION, type KitReport, type KitTextsOnly } from "./index.js";

const MINOR = VERSION.split(".").slice(0, 2).join(".");
const RECORDING = new URL(`../../kit/recorded/${MINOR}.jsonl`, import.meta.url);

/** The audit's labelled sentences, one object a line. */
const SENTENCES = readFileSync("tests/audit/sentences.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as KitTextsOnly & { readonly text: string; readonly section?: "OVERVIEW" });

/** An input with what this minor version found in it when it was declared: "ERROR T3.FLOW". */
interface Example {
  readonly name: string;
  readonly report?: KitReport;
  readonly texts?: KitTextsOnly;
  readonly findings: readonly string[];
}

const found = ({ report, texts }: Omit<Example, "findings">): string[] =>
  [...(report ? checkReport(report).findings : []), ...(texts ? auditTexts(texts) : [])]
    .map(({ severity, rule }) => `${severity} ${rule}`)
    .sort();

const TEXTS = {
  INTRODUCTION: "本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
  OVERVIEW: "主动公开方面……依申请公开方面……政府信息管理方面……平台建设方面……监督保障方面……",
  PROBLEMS: "存在的主要问题：公开内容不够全面。改进措施：加强培训和检查。",
  OTHER_MATTERS: "本年度依法收取信息处理费。",
};

const SUQIAN: KitReport = {
  year: 2024,
  unit: { kind: "CITY", name: "宿迁市人民政府" },
  scope: "SYSTEM",
  cells: suqianCells[2024],
  texts: TEXTS,
  signedOn: "2025-01-20",
  dueOn: "2025-03-31",
  today: "2025-02-01",
  previous: { year: 2023, cells: suqianCells[2023] },
};

const with_ = (cells: KitReport["cells"], texts: KitReport["texts"] = {}): KitReport => ({
  ...SUQIAN,
  cells: { ...SUQIAN.cells, ...cells },
  texts: { ...TEXTS, ...texts },
});

const REPORTS: Readonly<Record<string, KitReport>> = {
  "宿迁市2024年，如公布": SUQIAN,
  新收总计与各列不符: with_({ "requests.received.total": "3526" }),
  "合计格留空，由各列相加": with_({ "requests.received.total": null, "requests.total.total": "" }),
  上年结转与上年报告不符: with_({ "requests.carriedIn.naturalPerson": "117" }),
  正文渠道之和不符: with_(
    {},
    { OVERVIEW: `${TEXTS.OVERVIEW}共主动公开信息911条，其中网站59条、微信876条。` },
  ),
  "2021年格式以前": { ...SUQIAN, year: 2019, cells: {}, dueOn: "2020-03-31" },
};

/** Everything that a new minor version is recorded with: whole reports, and the labelled sentences. */
const inputs = (): Omit<Example, "findings">[] => [
  ...Object.entries(REPORTS).map(([name, report]) => ({ name, report })),
  ...SENTENCES.map(({ text, year = 2023, section = "OVERVIEW", unit, cells, previous }, i) => ({
    name: `句${i + 1}`,
    texts: {
      ...{ year, texts: { [section]: text } },
      ...(unit ? { unit: unit } : {}),
      ...(cells ? { cells } : {}),
      ...(previous ? { previous } : {}),
    },
  })),
];

describe("the kit's promise", () => {
  // RECORD_KIT=true declares a minor version: it writes the recording of a version that has none, and never over one.
  if (process.env["RECORD_KIT"] === "true")
    writeFileSync(
      RECORDING,
      inputs()
        .map((one) => `${JSON.stringify({ ...one, findings: found(one) })}\n`)
        .join(""),
      { flag: "wx" },
    );

  it("unpacked in an empty folder, plain node finds nothing that this minor version did not find", () => {
    const [out, empty] = [mkdtempSync(join(tmpdir(), "kit-")), mkdtempSync(join(tmpdir(), "kit-"))];
    const script = fileURLToPath(new URL("../../scripts/kit.mjs", import.meta.url));
    execFileSync(process.execPath, [script, out]);
    const archive = unzipSync(readFileSync(join(out, `gongkai-kit-${VERSION}.zip`)));
    for (const [name, bytes] of Object.entries(archive)) {
      mkdirSync(dirname(join(empty, name)), { recursive: true });
      writeFileSync(join(empty, name), bytes);
    }
    expect(readdirSync(out).sort()).toEqual(
      ["", ".tgz", ".zip"].map((end) => `gongkai-kit-${VERSION}${end}`),
    );
    const cwd = join(empty, `gongkai-kit-${VERSION}`);
    const said = execFileSync(process.execPath, ["check.js"], { cwd, encoding: "utf8" });
    expect(said).toMatch(/: 1\d{3} examples, 1\d{3} as recorded, \d+ less strict, 0 stricter\n$/);
    const forms = JSON.parse(readFileSync(join(cwd, "forms.json"), "utf8")) as {
      code: string;
      cells: object[];
    }[];
    expect(forms.map(({ code, cells }) => [code, cells.length])).toEqual(
      FORMATS.map(({ code, cells }) => [code, cells.length]),
    );
    for (const folder of [out, empty]) rmSync(folder, { recursive: true });
  });
});

describe("a report in the kit", () => {
  it("is read, added up and checked as the server does", () => {
    const { cells, findings, unreadable } = checkReport(
      with_({ "requests.received.total": null, "requests.granted.total": "1,2", "no.cell": 1 }),
    );
    expect(cells["requests.received.total"]).toBe("3525");
    expect(unreadable.map(({ code }) => code)).toEqual(["requests.granted.total", "no.cell"]);
    expect(findings.map(({ rule }) => rule)).toEqual([]);
    expect(() => checkReport({ ...SUQIAN, year: 1999 })).toThrow("no form of 1999");
  });
});
