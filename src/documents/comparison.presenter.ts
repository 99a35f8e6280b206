import { text, type Language, type Text } from "../kernel/text.js";
import { COVERAGE, coverageInfo, type YearCoverage } from "./coverage.presenter.js";
import { RATIO } from "../forms/index.js";
import { infoLine, type Cell, type Column, type InfoLine } from "./table.js";
import { namedOf, type LaidOut, type TabularType } from "./tabular.js";

type Figures = readonly (number | null)[];
type SeriesName = keyof typeof SERIES;
type SummaryName = keyof typeof SUMMARIES;

interface Laid extends Partial<Record<SummaryName, string | number | null>> {
  readonly indicator: {
    readonly code: string;
    readonly label: string;
    readonly labelEn: string;
    readonly unit: string;
    readonly formula: string | null;
  };
  readonly year: number;
}

interface Row extends Partial<Record<SeriesName, Figures>> {
  readonly unit: { readonly code: string; readonly name: string };
  readonly values: Figures;
}

interface ReportComparison {
  readonly columns: readonly Laid[];
  readonly rows: readonly Row[];
  readonly coverage: readonly YearCoverage[];
}

/** Optional columns beside each value. */
const SERIES = {
  numerators: text("分子", "numerator"),
  denominators: text("分母", "denominator"),
  changes: text("比上年增减", "change to the year before"),
  ranks: text("名次", "rank"),
} as const satisfies Record<string, Text>;

/** Optional rows below each column. */
const SUMMARIES = {
  reported: text("有数的单位数", "units with a value"),
  total: text("合计", "total"),
  mean: text("平均", "mean"),
  median: text("中位数", "median"),
  minimum: text("最小", "minimum"),
  maximum: text("最大", "maximum"),
} as const satisfies Record<string, Text>;

export const COMPARISON: TabularType = {
  title: text("年报横向比较", "Annual reports compared"),
  selection: (
    named,
  ) => `columns { indicator { code label labelEn unit formula } year ${namedOf(Object.keys(SUMMARIES), named)} }
    rows { unit { code name } values ${namedOf(Object.keys(SERIES), named)} } ${COVERAGE}`,
  layOut: (answer: ReportComparison, language) => layOut(answer, language),
};

/** One column of the file: the values of an indicator and year, or an optional column beside them. */
interface Series {
  readonly column: Laid;
  readonly at: number;
  readonly name: "values" | SeriesName;
}

function layOut({ columns, rows, coverage }: ReportComparison, language: Language): LaidOut {
  const series = columns.flatMap((column, at) => seriesOf(column, at, rows));
  const summaries = summaryRows(columns, series, language);
  return {
    columns: [
      { title: text("单位代码", "Unit code")[language], kind: "text" },
      { title: text("单位", "Unit")[language], kind: "text" },
      ...series.map((one) => titled(one, language)),
    ],
    rows: [
      ...rows.map(({ unit, ...row }): Cell[] => [
        unit.code,
        unit.name,
        ...series.map(({ name, at }) => row[name]?.[at] ?? null),
      ]),
      ...summaries,
    ],
    summaries: summaries.length,
    info: [...formulas(columns, language), ...coverage.flatMap((year) => coverageInfo(year, language))],
  };
}

/** The values and the requested optional columns, if any unit has them: counts have no numerators. */
const seriesOf = (column: Laid, at: number, rows: readonly Row[]): Series[] => [
  { column, at, name: "values" },
  ...(Object.keys(SERIES) as SeriesName[])
    .filter((name) => rows.some((row) => (row[name]?.[at] ?? null) !== null))
    .map((name) => ({ column, at, name })),
];

function titled({ column: { indicator, year }, name }: Series, language: Language): Column {
  const label = `${language === "zh" ? indicator.label : indicator.labelEn} ${year}`;
  const ratio = indicator.unit === RATIO;
  const kind = ratio && (name === "values" || name === "changes") ? "percent" : "number";
  if (name !== "values")
    return { title: `${label} ${SERIES[name][language]}`, kind: name === "changes" ? "percent" : "number" };
  return { title: ratio || !indicator.unit ? label : `${label}（${indicator.unit}）`, kind };
}

const formulas = (columns: readonly Laid[], language: Language): InfoLine[] =>
  [...new Map(columns.map(({ indicator }) => [indicator.code, indicator])).values()].flatMap(
    ({ code, formula }) =>
      formula === null ? [] : [infoLine(text(`计算方法 ${code}`, `Formula of ${code}`), formula, language)],
  );

/** Requested summary rows below the units; the first cell, a unit's code, is empty. */
const summaryRows = (columns: readonly Laid[], series: readonly Series[], language: Language): Cell[][] =>
  (Object.keys(SUMMARIES) as SummaryName[])
    .filter((name) => columns.some((column) => column[name] !== undefined))
    .map((name) => [
      null,
      SUMMARIES[name][language],
      ...series.map((one): Cell => (one.name === "values" ? figure(one.column[name]) : null)),
    ]);

/** A total is an exact decimal; a number only if that is exact, too. */
const figure = (value: string | number | null | undefined): Cell =>
  typeof value === "string" && String(Number(value)) === value ? Number(value) : (value ?? null);
