import { describe, expect, it } from "vitest";
import type { Table } from "./table.js";
import { sheetOf, unzipped } from "./xlsx.fixture.js";
import { SHEET, xlsxFile } from "./xlsx.js";

const table = (rows: Table["rows"]): Table => ({
  title: "报送一览",
  info: [{ label: "范围", value: "371003" }],
  columns: (rows[0] ?? ["", ""]).map((_, i) => ({
    title: ["单位", "件数"][i] ?? "",
    kind: i === 1 ? "number" : "text",
  })),
  rows,
  summaries: 0,
});

async function written(rows: Table["rows"]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of xlsxFile(table(rows), "zh")) parts.push(part);
  return Buffer.concat(parts);
}

describe("a workbook", () => {
  it("has the table in one sheet and what is said about it in another", async () => {
    const file = await written([
      ["环山街道", 3],
      ["泽库镇", null],
      ['<&">', -0.5],
    ]);
    expect(sheetOf(file, 1)).toEqual([
      ["单位", "件数"],
      ["环山街道", 3],
      ["泽库镇", null],
      ['<&">', -0.5],
    ]);
    expect(sheetOf(file, 2)).toEqual([
      ["报送一览", null],
      ["范围", "371003"],
    ]);
    expect([...unzipped(file).keys()]).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
    expect(unzipped(file).get("xl/workbook.xml")).toContain('<sheet name="数据" sheetId="1" r:id="rId1"/>');
  });

  it.each(["=1+1", "  两 空格 ", "一\n二", "一\r\n二", "\u000B", "_x000B_", "𠮷", "\uFFFF"])(
    "keeps the text %j",
    async (cell) => {
      expect(sheetOf(await written([[cell]]), 1)[1]).toEqual([cell]);
    },
  );

  it("marks as text what a spreadsheet would run once somebody edits it, and breaks on no broken text", async () => {
    const sheet = unzipped(await written([["=1+1", "-5", "\uD800"]])).get("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<c r="A2" t="inlineStr" s="2"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain('<c r="B2" t="inlineStr"><is><t xml:space="preserve">-5</t></is></c>');
    expect(sheet).toContain("\uFFFD");
  });

  it("X1 says where each row and cell stands, leaves out empty cells, and is set up to be read and printed", async () => {
    const columns = (["text", "date", "instant", "percent"] as const).map((kind) => ({ title: kind, kind }));
    const rows = [
      ["甲", "2024-02-06", "2024-02-06T17:05:00.000Z", 0.541],
      [null, null, null, null],
      ["合计", null, null, 0.5],
    ];
    const parts: Buffer[] = [];
    for await (const part of xlsxFile({ title: "一&览", info: [], columns, rows, summaries: 1 }, "zh"))
      parts.push(part);
    const files = unzipped(Buffer.concat(parts));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain(
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">甲</t></is></c><c r="B2" s="4"><v>45328</v></c>',
    );
    expect(sheet).toMatch(
      /<c r="C2" s="5"><v>45329\.0451\d+<\/v><\/c><c r="D2" s="3"><v>0\.541<\/v><\/c><\/row><row r="3"><\/row>/,
    );
    expect(sheet).toContain('<autoFilter ref="A1:D3"/>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<cols><col min="1" max="1" width="\d+" customWidth="1"\/>/);
    expect(sheet).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(files.get("xl/workbook.xml")).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">数据!$1:$1</definedName>',
    );
    expect(sheetOf(Buffer.concat(parts), 1)[1]).toEqual(["甲", "2024-02-06", "2024-02-07 01:05:00", 54.1]);
  });

  it("is the same bytes for the same table, and holds 50,000 rows", async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [`单位${i}`, i]);
    const [one, two] = [await written(rows), await written(rows)];
    expect(one.equals(two)).toBe(true);
    expect(sheetOf(one, 1)).toHaveLength(50_001);
  });

  it("is refused where a sheet of Excel could not hold it, never cut", () => {
    const refused = (rows: Table["rows"]) => () => xlsxFile(table(rows), "zh");
    expect(refused([["字".repeat(SHEET.characters + 1)]])).toThrow("The table exceeds a sheet of Excel");
    expect(refused(Array.from({ length: SHEET.rows }, () => []))).toThrow(
      "The table exceeds a sheet of Excel",
    );
    expect(refused([["字".repeat(SHEET.characters)]])).not.toThrow();
  });
});
