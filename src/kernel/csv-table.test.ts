import { describe, expect, it } from "vitest";
import { readCsvTable } from "./csv-table.js";

const SHAPE = {
  columns: {
    code: { names: ["代码", "code"], required: true },
    shortName: { names: ["简称", "shortName", "short name"] },
  },
  mostRows: 2,
} as const;

const read = (content: string) => readCsvTable(content, SHAPE);
const problems = (content: string) =>
  read(content).problems.map(({ row, column, message }) => `${row} ${column ?? "-"}: ${message.en}`);

describe("a table of known columns", () => {
  it("is read by its header, in either language and any order", () => {
    const { records, titleOf } = read("Short_Name,CODE*\n文登,371003\n\n,3710");
    expect(records).toEqual([
      { row: 2, values: { code: "371003", shortName: "文登" } },
      { row: 4, values: { code: "3710", shortName: "" } },
    ]);
    expect(titleOf("shortName")).toBe("Short_Name");
    expect(read("代码\n37").records).toEqual([{ row: 2, values: { code: "37", shortName: "" } }]);
  });

  it.each([
    ["", ["1 -: The file is empty: the first row must be the header, each further row one record"]],
    ["代码\n", ["1 -: The file is empty: the first row must be the header, each further row one record"]],
    ["代码\n1\n2\n3", ["4 -: At most 2 rows at a time: import the file in parts"]],
    [
      "简称,邮编\nx,y",
      ["1 邮编: Unknown column; known columns are 代码、简称", "1 代码: This column is missing"],
    ],
    ["代码,code\n1,2", ["1 code: This column appears twice"]],
    [
      "代码,简称\n,x\n1,2,3",
      ["2 代码: It must not be empty", "3 -: This row has more cells than the header"],
    ],
    ['代码\n"1', ["2 -: A quotation mark is not closed: a cell of this row begins with one and never ends"]],
  ])("%j says where it is wrong", (content, said) => {
    expect(problems(content)).toEqual(said);
  });
});
