import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.fixture.js";
import { BOM, csvLines, csvRows, isFormula } from "./csv.js";
import { fingerprint, type Table } from "./table.js";

const COLUMNS: Table["columns"] = [
  { title: "单位", kind: "text" },
  { title: "件数", kind: "number" },
];
const rowsOf = (rows: Table["rows"]): string[] => [...csvRows({ rows, columns: COLUMNS })];
const table = (rows: Table["rows"]): Table => ({
  title: "报送一览",
  info: [{ label: "范围", value: "371003" }],
  columns: COLUMNS,
  rows,
  summaries: 0,
});
const written = (rows: Table["rows"]): string => [...csvLines(table(rows))].join("");

describe("a CSV file", () => {
  it("X3 has a byte order mark, its header on line 1, the rows, an empty line and what is said about it", () => {
    expect(
      written([
        ["环山街道", 3],
        ["泽库镇", null],
      ]),
    ).toBe(`${BOM}单位,件数\r\n环山街道,3\r\n泽库镇,\r\n\r\n# 报送一览\r\n# 范围,371003\r\n`);
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
    expect(rowsOf([[cell]])).toEqual([`${expected}\r\n`]);
  });

  it.each([
    [-5, "-5"],
    [0.125, "0.125"],
    [null, ""],
  ])("writes the number %j as %j", (cell, expected) => {
    expect(rowsOf([[cell]])).toEqual([`${expected}\r\n`]);
  });

  it("comes back as it went in, but for the mark before what a spreadsheet would run", () => {
    const cell = fc.string({
      unit: fc.constantFrom("=", "-", "@", ",", '"', "\r", "\n", "\t", "a", "中", "1"),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(rowsOf(rows).join(""));
        expect(read).toEqual(rows.map((row) => row.map((one) => (isFormula(one) ? `'${one}` : one))));
        expect(read.flat().some(isFormula)).toBe(false);
      }),
    );
  });
});

describe("X2 a column's kind", () => {
  const one = (kind: Table["columns"][number]["kind"], cell: string | number) =>
    [...csvLines({ ...table([[cell]]), columns: [{ title: "列", kind }] })].slice(0, 2);

  it.each([
    ["percent", 0.541, [`${BOM}列（%）\r\n`, "54.1\r\n"]],
    ["percent", 0.1 + 0.2, [`${BOM}列（%）\r\n`, "30\r\n"]],
    ["date", "2024-02-06", [`${BOM}列\r\n`, "2024-02-06\r\n"]],
    ["instant", "2024-02-06T17:05:00.000Z", [`${BOM}列\r\n`, "2024-02-07 01:05:00\r\n"]],
    ["number", 0.5, [`${BOM}列\r\n`, "0.5\r\n"]],
  ] as const)("%s %j", (kind, cell, lines) => expect(one(kind, cell)).toEqual(lines));
});

it("the fingerprint is that of the rows as they stand in the file", async () => {
  const { createHash } = await import("node:crypto");
  const file = written([
    ["环山街道", 3],
    ["泽库镇", null],
  ]);
  const rows = file.slice(file.indexOf("件数\r\n") + "件数\r\n".length, file.indexOf("\r\n\r\n") + 2);
  expect(
    fingerprint(
      rowsOf([
        ["环山街道", 3],
        ["泽库镇", null],
      ]),
    ),
  ).toBe(createHash("sha256").update(rows).digest("hex"));
});
