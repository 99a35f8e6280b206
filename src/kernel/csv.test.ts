import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.js";

const cells = (content: string) => readCsv(content).rows?.map((row) => row.cells);
const fault = (content: string) => {
  const { fault } = readCsv(content);
  return fault && [fault.row, fault.message.en.slice(0, 20)];
};
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("a pasted .csv", () => {
  it("is read with its quotes, line ends, byte order mark and empty cells", () => {
    expect(cells('\uFEFF代码,名称\r\n37,"山东省, ""鲁""\n人民政府"\r\n,x,\r\n')).toEqual([
      ["代码", "名称"],
      ["37", '山东省, "鲁"\n人民政府'],
      ["", "x", ""],
    ]);
    expect(cells("a, b \n\n c ,d")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(cells("代码\t名称\n37\t山东, 鲁")).toEqual([
      ["代码", "名称"],
      ["37", "山东, 鲁"],
    ]);
    expect(cells("")).toEqual([]);
  });

  it("counts rows as a spreadsheet does", () => {
    expect(readCsv('a\n"b\nb"\n\nc').rows?.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it("is refused with its row where it cannot be read", () => {
    expect(fault('a\n"b\nc')).toEqual([2, "A quotation mark is "]);
    expect(fault('a\n\n"b"c')).toEqual([3, "There is text behind"]);
    // GBK read as UTF-8, GBK read as Latin-1, UTF-8 read as Latin-1.
    expect(fault("code\n\uFFFD\uFFFD")).toEqual([2, "The characters are g"]);
    expect(fault("µ¥Î»´úÂë,name")).toEqual([1, "The characters are g"]);
    expect(fault("x\nå\u008D\u0095ä½")).toEqual([2, "The characters are g"]);
    expect(fault("××××镇,文登·环山")).toBeNull();
  });

  it("says what any table said that was written in quotes", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "镇", ",", '"', "\n", "\r", "\t", "0") })
      .map((s) => s.trim());
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom("\n", "\r\n"),
        (table, end) => {
          const written = ["h,h", ...table.map((row) => row.map(quote).join(","))].join(end);
          expect(cells(written)?.slice(1)).toEqual(table.filter((row) => row.some((each) => each !== "")));
        },
      ),
    );
  });

  it("is read in one pass, however hostile", () => {
    const started = performance.now();
    readCsv('"'.repeat(100_001));
    readCsv(",".repeat(100_000));
    readCsv("\r".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
