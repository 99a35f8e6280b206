import { text, type Language } from "../kernel/text.js";
import { RATIO } from "../forms/index.js";
import { infoLine, type Cell, type Column, type InfoLine } from "./table.js";
import type { LaidOut, TabularType } from "./tabular.js";

interface Row {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly states: readonly string[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
}

interface StatisticsAnswer {
  readonly dimensions: readonly { readonly key: string; readonly label: string }[];
  readonly measures: readonly Measure[];
  readonly rows: readonly Row[];
  readonly totals: Row | null;
  readonly coverage: {
    readonly units: number;
    readonly groups: number;
    readonly suppressed: number;
    readonly threshold: number | null;
    readonly protection: string | null;
    readonly notes: readonly string[];
  };
}

interface Measure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
}

const ROW = "{ keys labels values states numerators denominators }";

export const STATISTICS: TabularType = {
  title: text("统计", "Statistics"),
  selection: () => `dimensions { key label } measures { name label unit formula } rows ${ROW} totals ${ROW}
    coverage { units groups suppressed threshold protection notes }`,
  layOut: (answer: StatisticsAnswer, language) => layOut(answer, language),
};

const CODE = text("代码", "code");
const NUMERATOR = text("分子", "numerator");
const DENOMINATOR = text("分母", "denominator");
const TOTAL = text("合计", "Total");
const WITHHELD = text("不显示", "withheld");

function layOut(answer: StatisticsAnswer, language: Language): LaidOut {
  const { dimensions, measures, rows, totals } = answer;
  const all = totals ? [...rows, { ...totals, labels: dimensions.map(() => TOTAL[language]) }] : rows;
  const columns = measures.flatMap((_, at) => columnsOf(answer, at, all, language));
  return {
    columns: [
      ...dimensions.flatMap(({ label }): Column[] => [
        { title: `${label} ${CODE[language]}`, kind: "text" },
        { title: label, kind: "text" },
      ]),
      ...columns,
    ],
    summaries: totals ? 1 : 0,
    rows: all.map((row) => [
      ...dimensions.flatMap((_, i): Cell[] => [row.keys[i] ?? null, row.labels[i] ?? null]),
      ...columns.map(({ of }) => of(row)),
    ]),
    info: [...formulas(measures, language), ...coverage(answer, language)],
  };
}

interface MeasureColumn extends Column {
  readonly of: (row: Row) => Cell;
}

/** A ratio with its numerator and denominator. */
function columnsOf(
  { measures }: Pick<StatisticsAnswer, "measures">,
  at: number,
  rows: readonly Row[],
  language: Language,
): MeasureColumn[] {
  const measure = measures[at];
  if (!measure) return [];
  const { name, label, unit } = measure;
  // The caller's name of a measure is for programs; it is shown only if labels are equal.
  const duplicate = measures.filter((one) => one.label === label).length > 1 && name !== label;
  const title = duplicate ? `${label} ${name}` : label;
  const value: MeasureColumn = {
    title: unit === RATIO ? title : `${title}（${unit}）`,
    kind: unit === RATIO ? "percent" : "number",
    of: (row) => (row.states[at] === "WITHHELD" ? WITHHELD[language] : (row.values[at] ?? null)),
  };
  const ratio = rows.some(({ denominators }) => (denominators[at] ?? null) !== null);
  if (!ratio) return [value];
  return [
    value,
    { title: `${title} ${NUMERATOR[language]}`, kind: "number", of: (row) => row.numerators[at] ?? null },
    { title: `${title} ${DENOMINATOR[language]}`, kind: "number", of: (row) => row.denominators[at] ?? null },
  ];
}

const formulas = (measures: readonly Measure[], language: Language): InfoLine[] =>
  measures.map(({ name, formula }) =>
    infoLine(text(`计算方法 ${name}`, `Formula of ${name}`), formula, language),
  );

function coverage({ rows, totals, coverage: told }: StatisticsAnswer, language: Language): InfoLine[] {
  const line = (zh: string, en: string, value: string | number): InfoLine =>
    infoLine(text(zh, en), String(value), language);
  return [
    line("范围内单位数", "Units in scope", told.units),
    line("分组数", "Groups found", told.groups),
    line("列出的分组数", "Groups listed", rows.length),
    ...(totals ? [line("合计行", "Rows of totals", 1)] : []),
    ...(told.protection === null
      ? []
      : [
          line("对少数案件的保护", "Protection of few cases", told.protection),
          line("不显示的单元格数", "Cells withheld", told.suppressed),
        ]),
    ...(told.threshold === null
      ? []
      : [line("隐去少于多少件的单元格", "Cells of fewer cases are suppressed", told.threshold)]),
    ...told.notes.map((note) => line("说明", "Note", note)),
  ];
}
