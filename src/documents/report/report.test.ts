import { describe, expect, it } from "vitest";
import { FORMATS, showCellValue, formGrid, slotsOf } from "../../forms/index.js";
import { readFile, type SourceDocument } from "../../reading/index.js";
import { packed as bytesOf } from "../open-data/bundle.js";
import { leadOf, type ReportDocument, reportJson, signatureDate } from "./report-document.js";
import { reportDocx } from "./report-docx.js";
import { reportHtml } from "./report-html.js";
import { reportXlsx } from "./report-xlsx.js";
import { randomReport, reportWith } from "./report.fixture.js";

const [FORM_2019, FORM_2021] = FORMATS as [(typeof FORMATS)[0], (typeof FORMATS)[0]];

/** What the file says, by the names of its tags; a blank is "". */
const toldBy = ({ tags }: SourceDocument): Record<string, string> =>
  Object.fromEntries(tags.map(({ name, value }) => [name, value]));

function expected({ unit, year, figures, sections, signedOn }: ReportDocument): Record<string, string> {
  const cells = figures.format.cells.map((cell) => {
    const value = figures.values[cell.position] ?? null;
    return [cell.code, value === null ? "" : showCellValue(cell, value)];
  });
  const texts = Object.entries(sections).map(([key, text]) => [`section.${key}`, text]);
  const head = { "report.unit": unit.name, "report.year": String(year) };
  return { ...Object.fromEntries([...cells, ...texts]), ...head, "report.signedOn": signatureDate(signedOn) };
}

/** Without the white space that sheets and pages do not keep: at the ends of lines, runs of it, empty lines. */
const folded = (told: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      value
        .replace(/[\t ]*\n[\t \n]*/g, "\n")
        .replace(/[\t ]+/g, " ")
        .trim(),
    ]),
  );

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1);
const REPORTS = FORMATS.flatMap((format) => SEEDS.map((seed) => randomReport(format, seed)));

describe("what is written is read back: fifty random reports of both forms", () => {
  it("as a Word file", async () => {
    for (const report of REPORTS)
      expect(toldBy(await readFile(await bytesOf(reportDocx(report)), "a.docx"))).toEqual(expected(report));
  });

  it("as a workbook", async () => {
    for (const report of REPORTS) {
      const told = toldBy(await readFile(await bytesOf(reportXlsx(report)), "a.xlsx"));
      const blank: Record<string, string> = report.signedOn === null ? { "report.signedOn": "" } : {};
      expect(folded(told)).toEqual(folded({ ...expected(report), ...blank }));
    }
  });

  it("as a page", async () => {
    for (const report of REPORTS)
      expect(folded(toldBy(await readFile(Buffer.from(reportHtml(report)), "a.html")))).toEqual(
        folded(expected(report)),
      );
  });

  it("as JSON", () => {
    for (const report of REPORTS) {
      const { cells, sections } = JSON.parse(JSON.stringify(reportJson(report))) as {
        cells: { code: string; value: string | null }[];
        sections: { key: string; text: string }[];
      };
      const told = [
        ...cells.map(({ code, value }) => [code, value ?? ""]),
        ...sections.map(({ key, text }) => [`section.${key}`, text]),
      ];
      const { "report.unit": _u, "report.year": _y, "report.signedOn": _s, ...rest } = expected(report);
      expect(Object.fromEntries(told)).toEqual(rest);
    }
  });

  it("with its origin in the properties of both Office files", async () => {
    const report = reportWith(FORM_2021, () => 1);
    for (const [entries, name] of [
      [reportDocx(report), "a.docx"],
      [reportXlsx(report), "a.xlsx"],
    ] as const)
      expect((await readFile(await bytesOf(entries), name)).properties).toMatchObject({
        "gongkai.unit": "371003003",
        "gongkai.year": "2022",
        "gongkai.scope": "OWN",
        "gongkai.format": "2021",
        "gongkai.revision": "7",
      });
  });
});

describe("the tables of the form", () => {
  const report = reportWith(FORM_2021, (position) => position);

  it("have the official header over table 三: three levels, seven columns", () => {
    const { rows, headRows, widths } = formGrid("requests", report.figures);
    expect([rows.length, headRows, widths.length]).toEqual([28, 3, 10]);
    const shapes = rows.slice(0, 3).map((row) => row.map((c) => [c.text.slice(0, 7), c.colSpan, c.rowSpan]));
    expect(shapes).toEqual([
      [
        ["（本列数据的勾", 3, 3],
        ["申请人情况", 7, 1],
      ],
      [
        ["自然人", 1, 2],
        ["法人或其他组织", 5, 1],
        ["总计", 1, 2],
      ],
      ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map((text) => [text, 1, 1]),
    ]);
    const results = rows.flat().find(({ text }) => text === "三、本年度办理结果");
    expect([results?.rowSpan, results?.colSpan]).toEqual([22, 1]);
  });

  it.each(FORMATS.map((format) => [format.code, format] as const))(
    "cover their whole width in every row, and hold every cell of the form of %s once",
    (_code, format) => {
      const { figures } = reportWith(format, () => 3);
      const codes = format.tables.flatMap(({ key }) => {
        const grid = formGrid(key, figures);
        for (const slots of slotsOf(grid))
          expect(slots.reduce((sum, { cell }) => sum + cell.colSpan, 0)).toBe(grid.widths.length);
        expect(grid.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(156, 6);
        return grid.rows.flat().flatMap(({ code }) => code ?? []);
      });
      expect(codes.toSorted()).toEqual(format.cells.map(({ code }) => code).toSorted());
    },
  );

  it("share the width of a block in the form of 2019, whatever the number of its columns", () => {
    const grid = formGrid("proactive", reportWith(FORM_2019, () => 1).figures);
    const spans = grid.rows.map((row) => row.map(({ colSpan }) => colSpan).join());
    expect(new Set(spans)).toEqual(new Set(["7", "1,2,2,2", "1,3,3"]));
  });
});

describe("a workbook", () => {
  const sheets = async (report: ReportDocument): Promise<string> => {
    const entries = reportXlsx(report).filter(({ name }) => name.includes("worksheets/"));
    return entries.flatMap(({ content }) => [...(content as Iterable<string>)]).join("");
  };

  it("computes totals by formula, and keeps a total that is stated otherwise beside the check that shows it", async () => {
    const report = reportWith(FORM_2021, () => 1);
    expect(await sheets(report)).toContain("<f>IF(COUNT(D6:I6)=0,&quot;&quot;,SUM(D6:I6))</f><v>6</v>");
    const at = FORM_2021.position("requests.received.total") ?? -1;
    const values = report.figures.values.with(at, 9);
    const wrong = await sheets({ ...report, figures: { format: FORM_2021, values } });
    expect(wrong).not.toContain("SUM(D6:I6)");
    expect(wrong).toContain("<v>9</v>");
    expect(wrong).toContain("<f>B11-C11</f><v>-3</v>");
  });

  it("lists findings for those who may see them, and says so to others", async () => {
    const finding = {
      ...{ rule: "T3.FLOW", title: "勾稽", severity: "ERROR", status: "OPEN", message: "相差 1" },
      ...{
        codes: ["requests.received.total"],
        expected: "3",
        actual: "2",
        explanation: null,
        judgement: null,
      },
    };
    const text = await sheets(reportWith(FORM_2021, () => 0, { findings: [finding] }));
    expect(text).toContain("相差 1");
    expect(text).not.toContain("只向本单位");
    expect(await sheets(reportWith(FORM_2021, () => 0))).toContain("只向本单位");
  });
});

describe("the headings of level 2", () => {
  it.each([
    ["（一）主动公开。全年公开信息120条", "（一）主动公开。"],
    ["（十二）其他", "（十二）其他"],
    ["（一）全年公开信息一百二十条，其中门户网站八十条，公众号四十条，公告栏若干条。", ""],
    ["一、（一）不在开头", ""],
  ])("%s", (paragraph, lead) => {
    expect(leadOf(paragraph)).toBe(lead);
  });
});
