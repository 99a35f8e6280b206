import { describe, expect, it } from "vitest";
import {
  FORMATS,
  derivedIndicators,
  formatByCode,
  formatIndicators,
  formatOfYear,
  indicator,
} from "./catalog.js";
import type { Format } from "./format.js";

describe("formats", () => {
  it.each([
    [2018, undefined],
    [2019, "2019"],
    [2020, "2019"],
    [2021, "2021"],
    [2030, "2021"],
  ])("year %i uses %s", (year, code) => expect(formatOfYear(year)?.code).toBe(code));

  it.each([
    ["2019", 198, 161],
    ["2021", 200, 175],
  ])("the form of %s has %i cells, %i of them in table 三", (code, cells, requests) => {
    const format = formatByCode(code);
    expect(format?.cells).toHaveLength(cells);
    expect(format?.cells.filter((c) => c.table === "requests")).toHaveLength(requests);
    expect(format?.cells.every((c, i) => c.position === i && format.position(c.code) === i)).toBe(true);
  });

  // Published versions are packed by position: a code that moves would change every stored report.
  it.each(FORMATS.map((format) => [format.code, format] as const))(
    "the order of %s is for ever",
    (_, format) => {
      expect(rowsWithColumns(format)).toMatchSnapshot();
    },
  );

  it("no two cells share a code, and every part exists", () => {
    for (const format of FORMATS) {
      expect(new Set(format.cells.map((c) => c.code)).size).toBe(format.cells.length);
      for (const part of format.cells.flatMap((c) => c.parts)) expect(format.position(part)).toBeDefined();
    }
  });

  it("counts the totals: one a row, and the row （七）", () => {
    const computed = formatByCode("2021")?.cells.filter((c) => c.computed) ?? [];
    expect(computed).toHaveLength(24 + 7 + 3);
  });
});

describe("indicators", () => {
  it("a code of both forms is one indicator, labelled as on the newer form", () => {
    const licences = indicator("proactive.licences.decisions");
    expect(licences).toMatchObject({
      label: "表二 · 第二十条第（五）项 · 行政许可 · 本年处理决定数量",
      unit: "件",
      formats: ["2019", "2021"],
      formula: null,
      derived: false,
    });
    expect(formatByCode("2019")?.cells.find((c) => c.code === licences?.code)).toMatchObject({
      columnLabel: "处理决定数量",
      unit: "项/件",
    });
  });

  it("tells the other organizations' column from the row 其他", () => {
    expect(indicator("requests.other.misc.otherOrganization")?.label).toBe(
      "表三 · 三、本年度办理结果 · （六）其他处理 · 3.其他 · 法人或其他组织 · 其他",
    );
  });

  it("knows amounts, changes and rates", () => {
    expect(indicator("proactive.fees.amount")).toMatchObject({ unit: "万元", kind: "decimal", scale: 6 });
    expect(indicator("proactive.fees.itemsDelta")).toMatchObject({ kind: "integer", formats: ["2019"] });
    expect(indicator("rates.disclosed")).toMatchObject({ unit: "比值", kind: "ratio", derived: true });
    expect(indicator("requests.other.total.total")).toMatchObject({
      formats: ["2019", "2021"],
      derived: true,
    });
    expect(indicator("requests.other.unpaidFee.total")?.formats).toEqual(["2021"]);
    expect(indicator("nothing.of.the.kind")).toBeUndefined();
  });

  it("every label is unique in both languages, and none is empty", () => {
    for (const all of [...FORMATS.map(formatIndicators), derivedIndicators]) {
      expect(new Set(all.map((i) => i.label)).size).toBe(all.length);
      expect(new Set(all.map((i) => i.labelEn)).size).toBe(all.length);
    }
  });

  it("there are 37 derived ones", () => expect(derivedIndicators).toHaveLength(4 * 7 + 5 + 4));
});

function rowsWithColumns(format: Format): string[] {
  const lines: { row: string; columns: string[] }[] = [];
  for (const { row, column } of format.cells) {
    const last = lines.at(-1);
    if (last?.row === row) last.columns.push(column);
    else lines.push({ row, columns: [column] });
  }
  return lines.map(({ row, columns }) => `${row}: ${columns.join(" ")}`);
}
