import { TABLE_NAMES, type FormatSpec, FORMAT_SPECS } from "./formats.data.js";
import type { ColumnSpec, RowSpec } from "./form-table.js";
import { type Cell, type Format, RATIO, type FormIndicator, type Indicator } from "./format.js";
import { nearest, shown } from "../kernel/nearest.js";
import { text, type Text } from "../kernel/text.js";
import { DERIVED, type DerivedSpec } from "./derived.data.js";
import { STATED, type StatedSpec } from "./stated.data.js";

/** Multiplies a form's rows by their columns; a cell's position is its place in that order. */
export function buildFormat({ rows, ...head }: FormatSpec): Format {
  const cells = rows
    .flatMap((row) => row.columns.map((column) => placeless(row, column)))
    .map((cell, position): Cell => ({ ...cell, position }));
  const positions = new Map(cells.map((cell) => [cell.code, cell.position]));
  return { ...head, cells, position: (code) => positions.get(code) };
}

function placeless(row: RowSpec, column: ColumnSpec): Omit<Cell, "position"> {
  const parts = partsOf(row, column);
  const table = TABLE_NAMES[row.table];
  const headings = row.block ? [row.block, ...row.path] : row.path;
  return {
    code: `${row.key}.${column.key}`,
    label: [table.zh, ...headings, row.label, ...column.path, column.label].join(" · "),
    labelEn: [table.en, row.name.en, column.name.en].join(" · "),
    unit: row.unit,
    kind: column.kind,
    scale: column.kind === "decimal" ? 6 : 0,
    table: row.table,
    block: row.block,
    rowPath: row.path,
    rowLabel: row.label,
    columnLabel: column.label,
    row: row.key,
    column: column.key,
    rowName: row.name,
    columnName: column.name,
    computed: parts.length > 0,
    parts,
    onlyFor: row.onlyFor,
    basis: row.basis,
  };
}

/**
 * A summing row wins over a summing column: （七）总计 is the sum of the results in every column, so that
 * requests.total.total is the sum of the results' own totals and the row total of （七） stays a check on it.
 */
const partsOf = (row: RowSpec, column: ColumnSpec): readonly string[] =>
  row.sumOf.length > 0
    ? row.sumOf.map((part) => `${part}.${column.key}`)
    : column.sumOf.map((part) => `${row.key}.${part}`);

/** The official forms, oldest first. */
export const FORMATS: readonly Format[] = FORMAT_SPECS.map(buildFormat);

/** The form for reports of a year; undefined before 2019. The latest allowed year is checked elsewhere. */
export const formatOfYear = (year: number): Format | undefined =>
  FORMATS.find((f) => year >= f.firstYear && (f.lastYear === null || year <= f.lastYear));

export const formatByCode = (code: string): Format | undefined => FORMATS.find((f) => f.code === code);

/** Every derived indicator, in catalog order. */
export const derivedIndicators: readonly FormIndicator[] = DERIVED.map(fromSpec);

const INDICATORS: ReadonlyMap<string, FormIndicator> = new Map(
  // Later formats overwrite: an indicator of both forms is labelled as on the newer one.
  [...FORMATS.flatMap((format) => format.cells.map(fromCell)), ...derivedIndicators].map((i) => [i.code, i]),
);

const BY_FORMAT: ReadonlyMap<string, readonly Indicator[]> = new Map(
  FORMATS.map((format) => [
    format.code,
    format.cells.map((cell) => indicator(cell.code)).filter((i) => i !== undefined),
  ]),
);

/** 补充指标, in catalog order. */
const STATED_INDICATORS: ReadonlyMap<string, Indicator> = new Map(
  STATED.map((spec) => [spec.code, fromStated(spec)]),
);

/** All there are: the cells of both forms, what is derived from them, what texts state. */
export const ALL_INDICATORS: readonly Indicator[] = [...INDICATORS.values(), ...STATED_INDICATORS.values()];

/** One statistic of either form, or a derived one; undefined for an unknown code. */
export function indicator(code: string): FormIndicator | undefined {
  return INDICATORS.get(code);
}

/** The same, and those that texts state, too. */
export const anyIndicator = (code: string): Indicator | undefined =>
  indicator(code) ?? STATED_INDICATORS.get(code);

/** Message for an unknown code, with similar ones of the form, or of all. */
export function noIndicator(code: string, among: "FORM" | "ALL" = "FORM"): Text {
  const codes = among === "FORM" ? INDICATORS.keys() : ALL_INDICATORS.map((known) => known.code);
  const like = nearest(code, codes);
  return text(
    `没有指标 ${shown(code)}${like.length > 0 ? `，相近的有 ${like.join("、")}` : ""}`,
    `There is no indicator ${shown(code)}${like.length > 0 ? `; close to it are ${like.join(", ")}` : ""}`,
  );
}

/** The indicators of a form's cells in the order of the form: 200 in 2021, 198 in 2019; no derived ones. */
export const formatIndicators = (format: Format): readonly Indicator[] => BY_FORMAT.get(format.code) ?? [];

function fromCell(cell: Cell): FormIndicator {
  const { position: _position, computed, parts: _parts, onlyFor: _onlyFor, basis: _basis, ...figure } = cell;
  return {
    ...figure,
    formats: formatsWith([cell.code]),
    formula: computed ? totalFormula(cell) : null,
    source: "FORM",
    derived: false,
    description: null,
  };
}

function totalFormula(cell: Cell): string {
  if (cell.table === "remedies") return "四种结果之和";
  return cell.row === "requests.total" ? "（一）至（六）各项之和" : "六类申请人之和";
}

function fromSpec(spec: DerivedSpec): FormIndicator {
  const table = TABLE_NAMES[spec.table];
  const columnName = spec.column?.name ?? text("", "");
  const isRatio = spec.over !== null;
  return {
    code: spec.code,
    label: [table.zh, spec.name.zh, columnName.zh].filter(Boolean).join(" · "),
    labelEn: [table.en, spec.name.en, columnName.en].filter(Boolean).join(" · "),
    unit: isRatio ? RATIO : "件",
    kind: isRatio ? "ratio" : "count",
    scale: 0,
    table: spec.table,
    block: null,
    rowPath: [],
    rowLabel: spec.name.zh,
    columnLabel: spec.column?.label ?? "",
    row: spec.code.slice(0, spec.code.lastIndexOf(".")),
    column: spec.code.slice(spec.code.lastIndexOf(".") + 1),
    rowName: spec.name,
    columnName,
    formats: formatsWith(spec.of.plus),
    formula: spec.formula,
    source: "FORM",
    derived: true,
    description: null,
  };
}

function fromStated({ code, name, unit, scale, description }: StatedSpec): Indicator {
  const dot = code.lastIndexOf(".");
  return {
    code,
    label: `正文 · ${name.zh}`,
    labelEn: `Text · ${name.en}`,
    unit,
    kind: scale === 0 ? "count" : "decimal",
    scale,
    table: null,
    block: null,
    rowPath: [],
    rowLabel: name.zh,
    columnLabel: "",
    row: code.slice(0, dot),
    column: code.slice(dot + 1),
    rowName: name,
    columnName: text("", ""),
    formats: FORMATS.map((format) => format.code),
    formula: "读自年报正文，不参加表内核算",
    source: "TEXT",
    derived: false,
    description,
  };
}

function formatsWith(codes: readonly string[]): readonly string[] {
  return FORMATS.filter((f) => codes.some((code) => f.position(code) !== undefined)).map((f) => f.code);
}

/** A stored format code always names a format: it was taken from the catalog. */
export function formatOf(code: string): Format {
  const format = formatByCode(code);
  if (!format) throw new Error(`no format ${code}`);
  return format;
}
