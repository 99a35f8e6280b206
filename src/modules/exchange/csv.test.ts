import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.fixture.js";
import { BOM, csvLines, csvRows, isFormula } from "./csv.js";
import { fingerprint, type Table } from "./table.js";

const table = (rows: Table["rows"]): Table => ({
  title: "报送一览",
  info: [{ label: "范围", value: "371003" }],
  header: ["单位", "件数"],
  rows,
});
const written = (rows: Table["rows"]): string => [...csvLines(table(rows))].join("");

describe("a CSV file", () => {
  it("has a byte order mark, what is said about it, an empty line, a header and the rows", () => {
    expect(
      written([
        ["环山街道", 3],
        ["泽库镇", null],
      ]),
    ).toBe(`${BOM}报送一览\r\n范围,371003\r\n\r\n单位,件数\r\n环山街道,3\r\n泽库镇,\r\n`);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x","点")', `"'=HYPERLINK(""http://x"",""点"")"`],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["@SUM(1,2)", `"'@SUM(1,2)"`],
    ["-2+3", "'-2+3"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\r=1"`],
    ["＝1+1", "'＝1+1"],
    ["-5", "-5"],
    ["+3.50", "+3.50"],
    ["-", "'-"],
    ["a,b", '"a,b"'],
    ['说"好"', '"说""好"""'],
    ["两\r\n行", '"两\r\n行"'],
    ["公开 = 透明", "公开 = 透明"],
    ["", ""],
  ])("writes the text %j as %j", (cell, expected) => {
    expect([...csvRows([[cell]])]).toEqual([`${expected}\r\n`]);
  });

  it.each([
    [-5, "-5"],
    [0.125, "0.125"],
    [null, ""],
  ])("writes the number %j as %j", (cell, expected) => {
    expect([...csvRows([[cell]])]).toEqual([`${expected}\r\n`]);
  });

  it("comes back as it went in, but for the mark before what a spreadsheet would run", () => {
    const cell = fc.string({
      unit: fc.constantFrom("=", "-", "@", ",", '"', "\r", "\n", "\t", "a", "中", "1"),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv([...csvRows(rows)].join(""));
        expect(read).toEqual(rows.map((row) => row.map((one) => (isFormula(one) ? `'${one}` : one))));
        expect(read.flat().some(isFormula)).toBe(false);
      }),
    );
  });
});

it("the fingerprint is that of the rows as they stand in the file", async () => {
  const { createHash } = await import("node:crypto");
  const file = written([
    ["环山街道", 3],
    ["泽库镇", null],
  ]);
  const rows = file.slice(file.indexOf("件数\r\n") + "件数\r\n".length);
  expect(
    fingerprint(
      csvRows([
        ["环山街道", 3],
        ["泽库镇", null],
      ]),
    ),
  ).toBe(createHash("sha256").update(rows).digest("hex"));
});
