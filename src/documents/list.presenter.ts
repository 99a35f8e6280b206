import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { text, type Language } from "../kernel/text.js";
import { COVERAGE, coverageInfo, type YearCoverage } from "./coverage.presenter.js";
import type { List } from "../records/index.js";
import { LISTS } from "./lists.data.js";
import { infoLine, type Cell, type Column, type ColumnKind, type InfoLine } from "./table.js";
import type { LaidOut, TabularType } from "./tabular.js";

type Node = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, ColumnKind>> = {
  Date: "date",
  DateTime: "instant",
  Int: "number",
  Float: "number",
  Decimal: "number",
};
const YES = text("是", "yes");
const NO = text("否", "no");

/** Lays out nodes of one type by its list of columns; kinds of values and names of enums come from the schema. */
function laidOut(
  type: string,
  nodes: readonly Node[],
  language: Language,
  schema: GraphQLSchema,
): Omit<LaidOut, "info"> {
  const { columns } = listOf(type);
  const read = columns.map(({ path }) => reader(objectType(schema, type), path.split("."), language));
  return {
    columns: columns.map(({ title }, i): Column => ({
      title: title[language],
      kind: read[i]?.kind ?? "text",
    })),
    rows: nodes.map((node) => read.map(({ of }) => of(node))),
  };
}

const listOf = (type: string): List => LISTS[type] ?? { title: text(type, type), columns: [] };

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of the schema`);
  return type;
}

interface Reader {
  readonly kind: ColumnKind;
  readonly of: (node: Node) => Cell;
}

function reader(type: GraphQLObjectType, path: readonly string[], language: Language): Reader {
  const [name = "", ...rest] = path;
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no ${name}`);
  const inner = getNamedType(field.type);
  if (rest.length > 0 && isObjectType(inner)) {
    const below = reader(inner, rest, language);
    return { kind: below.kind, of: (node) => (node[name] ? below.of(node[name] as Node) : null) };
  }
  const kind = KINDS[inner.name] ?? "text";
  const show = shower(field.type, kind, language);
  return { kind, of: (node) => (node[name] == null ? null : show(node[name])) };
}

function shower(type: GraphQLOutputType, kind: ColumnKind, language: Language): (value: unknown) => Cell {
  const whole = getNullableType(type);
  if (isListType(whole)) {
    const one = shower(whole.ofType, kind, language);
    return (values) => (values as unknown[]).map((value) => String(one(value) ?? "")).join("、");
  }
  if (isEnumType(whole)) {
    const names = new Map(whole.getValues().map(({ name, description }) => [name, description]));
    // Every description is `中文 · English`.
    return (value) => names.get(String(value))?.split(" · ")[language === "zh" ? 0 : 1] ?? String(value);
  }
  if (whole.toString() === "Boolean") return (value) => (value ? YES : NO)[language];
  return (value) => (kind === "number" ? exact(value) : String(value));
}

/** A decimal is a string; a number only if that is exact, too. */
const exact = (value: unknown): Cell =>
  typeof value === "number" || String(Number(value)) === String(value) ? Number(value) : String(value);

/** `code name parent { code }` out of the paths. */
function selectionOf(type: string): string {
  const fields = new Map<string, string[]>();
  for (const { path } of listOf(type).columns) {
    const [name = "", ...rest] = path.split(".");
    fields.set(name, [...(fields.get(name) ?? []), ...(rest.length > 0 ? [rest.join(".")] : [])]);
  }
  return [...fields]
    .map(([name, below]) => (below.length > 0 ? `${name} { ${below.join(" ")} }` : name))
    .join(" ");
}

/** A list that comes whole. */
export const wholeList = (type: string): TabularType => ({
  title: listOf(type).title,
  whole: true,
  selection: () => selectionOf(type),
  layOut: (answer: readonly Node[], language, schema) => ({
    ...laidOut(type, answer, language, schema),
    info: [],
  }),
});

export interface PagedAnswer {
  readonly nodes: readonly Node[];
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A connection: all of its pages. A list that only grows is not counted: its total is the number of its rows. */
export const pagedList = (type: string, { counted = true } = {}): TabularType => ({
  title: listOf(type).title,
  paged: true,
  selection: () =>
    `${counted ? "totalCount " : ""}pageInfo { hasNextPage endCursor } nodes { ${selectionOf(type)} }`,
  layOut: ({ nodes, totalCount = nodes.length }: PagedAnswer, language, schema) => ({
    ...laidOut(type, nodes, language, schema),
    info: [infoLine(text("总数", "In all"), String(totalCount), language)],
  }),
});

interface ReportAnswer {
  readonly unitName: string;
  readonly year: number;
  readonly format: { readonly code: string };
  readonly cells: readonly Node[];
}

/** The figures of one annual report: a row a cell, in the order of the form. */
export const REPORT: TabularType = {
  title: text("政府信息公开工作年度报告", "Annual report"),
  selection: () => `unitName year format { code } cells { ${selectionOf("ReportCell")} }`,
  layOut: ({ unitName, year, format, cells }: ReportAnswer, language, schema) => ({
    ...laidOut("ReportCell", cells, language, schema),
    info: [
      infoLine(text("单位", "Unit"), unitName, language),
      infoLine(text("年度", "Year"), String(year), language),
      infoLine(text("年报格式", "Form"), format.code, language),
    ],
  }),
};

interface RankingAnswer {
  readonly indicator: { readonly code: string; readonly label: string; readonly formula: string | null };
  readonly year: number;
  readonly coverage: YearCoverage;
  readonly rows: readonly Node[];
}

export const RANKING: TabularType = {
  title: listOf("RankedReport").title,
  selection: () =>
    `indicator { code label formula } year ${COVERAGE} rows { ${selectionOf("RankedReport")} }`,
  layOut: ({ indicator, year, coverage, rows }: RankingAnswer, language, schema) => ({
    ...laidOut("RankedReport", rows, language, schema),
    info: [...rankedBy(indicator, year, language), ...coverageInfo(coverage, language)],
  }),
};

const rankedBy = (
  { code, label, formula }: RankingAnswer["indicator"],
  year: number,
  language: Language,
): InfoLine[] => [
  infoLine(text("指标", "Indicator"), `${label} ${code}`, language),
  infoLine(text("年度", "Year"), String(year), language),
  ...(formula === null ? [] : [infoLine(text("计算方法", "Formula"), formula, language)]),
];
