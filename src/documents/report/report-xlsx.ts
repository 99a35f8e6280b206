import { type Cell, showCellValue, type Slot, slotsOf } from "../../forms/index.js";
import { columnName, escaped } from "../sheet.js";
import { workbook } from "../xlsx.js";
import type { ZipEntry } from "../zip.js";
import { identitiesOf } from "./identities.js";
import {
  paragraphsOf,
  type Part,
  partsOf,
  propertiesOf,
  type ReportDocument,
  signatureDate,
  titleOf,
} from "./report-document.js";
import {
  columnIndex,
  type Reference,
  type Sheet,
  SHEET_STYLES,
  type SheetCell,
  sheetXml,
  STYLE,
} from "./spreadsheet.js";
import { documentProperties, PROPERTY_TYPES } from "../../wordprocessing/index.js";

/**
 * The report as a workbook: the three tables, whose totals are formulas, the texts, and the checks. Each figure has a
 * defined name that is its cell code, each text and date one of its own.
 */
export function reportXlsx(document: ReportDocument): ZipEntry[] {
  const names = new Map<string, Reference>();
  const tables = partsOf(document).flatMap((part) =>
    "table" in part ? [tableSheet(document, part, names)] : [],
  );
  const sheets = [
    ...tables,
    textSheet(document, names),
    identitySheet(document, names),
    findingSheet(document),
  ];
  const properties = {
    title: titleOf(document),
    author: document.unit.name,
    properties: propertiesOf(document),
  };
  return workbook({
    sheets: sheets.map((sheet, i) => ({ name: sheet.name, content: sheetXml(sheet, i === 0) })),
    definedNames: `<definedNames>${[...names].sort(byName).map(definedName).join("")}</definedNames>`,
    styles: SHEET_STYLES,
    properties: {
      parts: documentProperties(properties),
      types: PROPERTY_TYPES,
    },
  });
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const definedName = ([name, at]: readonly [string, Reference]): string =>
  `<definedName name="${escaped(name)}">${escaped(`'${at.sheet}'!${at.cells.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`)}</definedName>`;

/** Characters of a spreadsheet's column to a millimetre of print. */
const WIDTH_FACTOR = 0.62;
const SHEET_NAMES = { proactive: "表二", requests: "表三", remedies: "表四" } as const;
/** Row of the first line of a table; the heading and a blank row stand above. */
const FIRST_ROW = 3;

function tableSheet(
  document: ReportDocument,
  { heading, table, grid }: Extract<Part, { grid: unknown }>,
  names: Map<string, Reference>,
): Sheet {
  const sheet = SHEET_NAMES[table];
  const rows = slotsOf(grid);
  for (const [i, slots] of rows.entries())
    for (const { cell, column } of slots)
      if (cell.code !== undefined) names.set(cell.code, { sheet, cells: refOf(column, i) });
  const cells = rows.flatMap((slots, i) => slots.flatMap((slot) => slotCells(slot, i, { document, names })));
  const merged = rows.flatMap((slots, i) => slots.flatMap((slot) => mergeOf(slot, i)));
  return {
    name: sheet,
    widths: grid.widths.map((width) => width * WIDTH_FACTOR),
    cells: [title(heading), ...cells],
    merged: [`A1:${columnName(grid.widths.length - 1)}1`, ...merged],
    landscape: table === "remedies",
  };
}

const refOf = (column: number, line: number): string => `${columnName(column)}${line + FIRST_ROW}`;

interface Filling {
  readonly document: ReportDocument;
  readonly names: ReadonlyMap<string, Reference>;
}

/** Every cell under a merged one is written, as its border is drawn from them. */
const slotCells = ({ cell, column, begins }: Slot, line: number, { document, names }: Filling): SheetCell[] =>
  Array.from({ length: cell.colSpan }, (_, reach) => {
    const place = { at: refOf(column + reach, line), style: STYLE[cell.kind] };
    if (!begins || reach > 0) return place;
    return cell.code === undefined ? { ...place, text: cell.text } : figureCell(document, cell.code, names);
  });

const mergeOf = ({ cell: { colSpan, rowSpan }, column, begins }: Slot, line: number): string[] =>
  begins && colSpan * rowSpan > 1
    ? [`${refOf(column, line)}:${refOf(column + colSpan - 1, line + rowSpan - 1)}`]
    : [];

/** A total is a formula unless the report states another number: that one stays, and the checks show the difference. */
function figureCell(
  { figures }: ReportDocument,
  code: string,
  names: ReadonlyMap<string, Reference>,
): SheetCell {
  const { format, values } = figures;
  const cell = format.cells[format.position(code) ?? -1] as Cell;
  const value = values[cell.position] ?? null;
  const at = names.get(code)?.cells ?? "";
  const number = value === null ? null : showCellValue(cell, value);
  if (!cell.computed) return { at, style: STYLE.figure, number };
  const parts = cell.parts
    .map((part) => values[format.position(part) ?? -1] ?? null)
    .filter((v) => v !== null);
  const sum = parts.length === 0 ? null : parts.reduce((total, part) => total + part, 0);
  if (sum !== value) return { at, style: STYLE.deviating, number };
  const range = rangeOf(cell.parts, names);
  return { at, style: STYLE.figure, number, formula: `IF(COUNT(${range})=0,"",SUM(${range}))` };
}

/** `D5:I5` where the cells stand in one row or column without a gap, else one after the other. */
function rangeOf(codes: readonly string[], names: ReadonlyMap<string, Reference>): string {
  const cells = codes.flatMap((code) => names.get(code)?.cells ?? []);
  const places = cells.map((cell) => [columnIndex(cell), Number(/\d+/.exec(cell)?.[0])] as const);
  const [column = 0, row = 0] = places[0] ?? [];
  const isRun =
    places.every(([c, r], i) => c === column && r === row + i) ||
    places.every(([c, r], i) => r === row && c === column + i);
  return isRun && cells.length > 1 ? `${cells[0]}:${cells.at(-1)}` : cells.join(",");
}

/** The most characters of a cell in Excel; a longer paragraph goes on in the cells to its right. */
const MOST_CHARACTERS = 32_000;

function textSheet(document: ReportDocument, names: Map<string, Reference>): Sheet {
  const sheet = "文字";
  const cells: SheetCell[] = [title(titleOf(document))];
  let row = 2;
  const name = (tag: string, from: number): void =>
    void names.set(tag, { sheet, cells: rowsOf(from, row - 1) });
  const put = (label: string, text: string): void => {
    cells.push({ at: `A${row}`, style: STYLE.label, text: label });
    const parts = text.match(new RegExp(`[^]{1,${MOST_CHARACTERS}}`, "gu")) ?? [""];
    for (const [i, part] of parts.entries())
      cells.push({ at: `${columnName(i + 1)}${row}`, style: STYLE.text, text: part });
    row += 1;
  };
  const head = [
    ["report.unit", "机关名称", document.unit.name],
    ["report.year", "年度", String(document.year)],
    ["report.signedOn", "成文日期", document.signedOn === null ? "" : signatureDate(document.signedOn)],
  ] as const;
  for (const [tag, label, value] of head) {
    put(label, value);
    name(tag, row - 1);
  }
  for (const { key, heading } of document.figures.format.sections) {
    const from = row;
    for (const [i, paragraph] of paragraphsOf(document, key).entries())
      put(i === 0 ? heading : "", paragraph);
    name(`section.${key}`, from);
  }
  return { name: sheet, widths: [24, 100], cells, merged: ["A1:B1"], landscape: false };
}

const rowsOf = (first: number, last: number): string => (first === last ? `B${first}` : `B${first}:B${last}`);

const title = (text: string): SheetCell => ({ at: "A1", style: STYLE.title, text });
const line = (row: number, style: number, texts: readonly string[]): SheetCell[] =>
  texts.map((text, i) => ({ at: `${columnName(i)}${row}`, style, text }));

/** The identities of the form as formulas. */
function identitySheet({ figures }: ReportDocument, names: ReadonlyMap<string, Reference>): Sheet {
  const sum = (codes: readonly string[]): string =>
    `SUM(${codes.map((code) => qualified(names, code)).join(",")})`;
  const rows = identitiesOf(figures).flatMap(({ name, left, right }, i): SheetCell[] => {
    const row = i + FIRST_ROW;
    const style = STYLE.figure;
    const difference = left.value - right.value;
    return [
      { at: `A${row}`, style: STYLE.label, text: name },
      { at: `B${row}`, style, formula: sum(left.codes), number: String(left.value) },
      { at: `C${row}`, style, formula: sum(right.codes), number: String(right.value) },
      { at: `D${row}`, style, formula: `B${row}-C${row}`, number: String(difference) },
      {
        at: `E${row}`,
        style: difference === 0 ? style : STYLE.deviating,
        formula: `IF(D${row}=0,"相符","不符")`,
        text: difference === 0 ? "相符" : "不符",
      },
    ];
  });
  const head = line(2, STYLE.head, ["关系", "左边", "右边", "相差", "结论"]);
  return {
    name: "勾稽",
    widths: [70, 12, 12, 12, 12],
    cells: [title("勾稽关系（数字改动后自动重算）"), ...head, ...rows],
    merged: ["A1:E1"],
    landscape: false,
  };
}

const FINDING_COLUMNS = [
  "规则",
  "级别",
  "状态",
  "说明",
  "单元格",
  "应为",
  "现为",
  "单位说明",
  "主管部门判定",
];

/** The findings of readers who may see them. */
function findingSheet({ figures, findings }: ReportDocument): Sheet {
  const labels = new Map(figures.format.cells.map(({ code, label }) => [code, label]));
  const rows = (findings ?? []).flatMap((found, i) => {
    const places = found.codes.map((code) => labels.get(code) ?? code).join("；");
    const said = [found.explanation, found.judgement];
    const values = [found.expected, found.actual, ...said].map((value) => value ?? "");
    const rule = `${found.rule} ${found.title}`;
    const texts = [rule, found.severity, found.status, found.message, places, ...values];
    return line(i + FIRST_ROW, STYLE.text, texts);
  });
  const none = findings === null ? "审核疑点只向本单位及其主管部门列出" : "没有疑点";
  return {
    name: "疑点",
    widths: [30, 10, 10, 60, 40, 14, 14, 40, 40],
    cells: [
      title("审核疑点"),
      ...line(2, STYLE.head, FINDING_COLUMNS),
      ...(rows.length > 0 ? rows : line(FIRST_ROW, STYLE.label, [none])),
    ],
    merged: ["A1:I1", ...(rows.length > 0 ? [] : [`A${FIRST_ROW}:I${FIRST_ROW}`])],
    landscape: true,
  };
}

function qualified(names: ReadonlyMap<string, Reference>, code: string): string {
  const at = names.get(code);
  if (!at) throw new Error(`no cell named ${code}`);
  return `'${at.sheet}'!${at.cells}`;
}
