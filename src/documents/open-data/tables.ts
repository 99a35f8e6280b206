import { FORMATS, indicator, showCellValue } from "../../forms/index.js";
import { BOM, csvRows } from "../csv.js";
import type { ReportDocument } from "../report/report-document.js";
import type { Cell } from "../table.js";

/** A table of open data: its columns with their meaning, which the dictionary gives. */
interface OpenTable {
  readonly title: string;
  readonly columns: readonly (readonly [
    name: string,
    type: "string" | "integer" | "number" | "date" | "datetime",
    meaning: string,
  ])[];
  readonly rows: (reports: readonly PublishedDocument[]) => Iterable<readonly Cell[]>;
}

export interface PublishedDocument extends ReportDocument {
  readonly version: number;
  readonly address: string;
}

const REPORT_KEY = [
  ["unit_code", "string", "机关代码 · Code of the organ"],
  ["scope", "string", "口径：OWN 本机关，SYSTEM 本级汇总 · What the report covers"],
] as const;

export const OPEN_TABLES: Readonly<Record<string, OpenTable>> = {
  "reports.csv": {
    title: "已发布的年报 · Published reports",
    columns: [
      ...REPORT_KEY,
      ["unit_name", "string", "报送时的机关名称 · The organ's name when it filed"],
      ["year", "integer", "报告年度 · Report year"],
      ["form", "string", "年报格式 · Official form: 2019 or 2021"],
      ["version", "integer", "版本号，更正后递增 · Number of the version; a correction makes the next"],
      ["signed_on", "date", "成文日期 · Date of signature"],
      ["published_at", "datetime", "发布时间 · When it was published"],
      ["address", "string", "网址，以 / 开头 · Address on this server"],
    ],
    rows: (reports) =>
      reports.map((one) => [
        ...[one.unit.code, one.scope, one.unit.name, one.year, one.figures.format.code],
        ...[one.version, one.signedOn, one.publishedAt, one.address],
      ]),
  },
  "cells.csv": {
    title: "年报各单元格 · The cells of the reports",
    columns: [
      ...REPORT_KEY,
      ["code", "string", "单元格代码，见 dictionary.csv · Code of the cell, see dictionary.csv"],
      ["value", "number", "数值；空为未填，不等于 0 · Value; empty is a blank, which is not 0"],
    ],
    rows: cellRows,
  },
  "sections.csv": {
    title: "年报文字部分 · The texts of the reports",
    columns: [
      ...REPORT_KEY,
      ["section", "string", "部分 · Section: INTRODUCTION, OVERVIEW, PROBLEMS, OTHER_MATTERS"],
      ["heading", "string", "标题 · Heading"],
      ["text", "string", "正文 · Text"],
    ],
    rows: (reports) =>
      reports.flatMap(({ unit, scope, figures, sections }) =>
        figures.format.sections.map(({ key, heading }) => [
          unit.code,
          scope,
          key,
          heading,
          sections[key] ?? "",
        ]),
      ),
  },
  "dictionary.csv": {
    title: "数据字典 · Data dictionary of the cells",
    columns: [
      ["code", "string", "单元格代码 · Code of the cell"],
      ["label", "string", "名称，以新格式为准 · Name, as on the newer form"],
      ["label_en", "string", "英文名称 · Name in English"],
      ["unit", "string", "计量单位 · Unit of measurement"],
      [
        "kind",
        "string",
        "count 非负整数，integer 可为负，decimal 六位小数 · count: 0 or more; integer: may be negative; decimal: up to six decimals",
      ],
      ["forms", "string", "所在格式 · Forms that have it"],
      ["formula", "string", "合计的算法 · How a total is made"],
    ],
    rows: () =>
      [...new Set(FORMATS.flatMap(({ cells }) => cells.map(({ code }) => code)))].flatMap((code) => {
        const found = indicator(code);
        if (!found) return [];
        const { label, labelEn, unit, kind, formats, formula } = found;
        return [[code, label, labelEn, unit, kind, formats.join(" "), formula]];
      }),
  },
};

function* cellRows(reports: readonly PublishedDocument[]): Generator<Cell[]> {
  for (const { unit, scope, figures } of reports)
    for (const cell of figures.format.cells) {
      const value = figures.values[cell.position] ?? null;
      yield [unit.code, scope, cell.code, value === null ? null : showCellValue(cell, value)];
    }
}

/** RFC 4180 with a header and nothing else. */
export function* openCsv(
  { columns, rows }: OpenTable,
  reports: readonly PublishedDocument[],
): Generator<string> {
  yield BOM;
  const title = columns.map(([name]) => name);
  const typed = columns.map(
    ([, type]) => ({ title: "", kind: type === "number" ? "number" : "text" }) as const,
  );
  yield* csvRows({ columns: typed, rows: [title] });
  for (const row of rows(reports)) yield* csvRows({ columns: typed, rows: [row] });
}

/** 《著作权法》第五条: documents of state organs have no copyright. The name is the one of the Open Definition's list. */
const LICENCE = {
  name: "other-pd",
  title:
    "国家机关的文件，不适用著作权法（《著作权法》第五条）；引用请注明发布机关和网址 · Documents of state organs, outside copyright (Copyright Law, article 5); name the organ and the address when quoting",
};

/** A data package (Frictionless Data): the tables with the meaning of every column. */
export const dataPackage = (name: string, title: string): object => ({
  profile: "tabular-data-package",
  name,
  title,
  licenses: [LICENCE],
  resources: Object.entries(OPEN_TABLES).map(([path, table]) => ({
    name: path.replace(".csv", ""),
    path,
    title: table.title,
    profile: "tabular-data-resource",
    encoding: "utf-8",
    format: "csv",
    schema: {
      fields: table.columns.map(([field, type, description]) => ({ name: field, type, description })),
      missingValues: [""],
    },
  })),
});
