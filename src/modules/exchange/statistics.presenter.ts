import { text, type Language } from "../../kernel/text.js";
import { infoLine, type Cell, type InfoLine } from "./table.js";
import type { LaidOut, TabularType } from "./tabular.js";

interface Row {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
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
    readonly notes: readonly string[];
  };
}

interface Measure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
}

const ROW = "{ keys labels values numerators denominators }";

export const STATISTICS: TabularType = {
  title: text("统计", "Statistics"),
  selection: () => `dimensions { key label } measures { name label unit formula } rows ${ROW} totals ${ROW}
    coverage { units groups suppressed threshold notes }`,
  layOut: (answer: StatisticsAnswer, language) => layOut(answer, language),
};

const CODE = text("代码", "code");
const NUMERATOR = text("分子", "numerator");
const DENOMINATOR = text("分母", "denominator");
const TOTAL = text("合计", "Total");

function layOut(answer: StatisticsAnswer, language: Language): LaidOut {
  const { dimensions, measures, rows, totals } = answer;
  const all = totals ? [...rows, { ...totals, labels: dimensions.map(() => TOTAL[language]) }] : rows;
  const columns = measures.flatMap((measure, at) => columnsOf(measure, at, all, language));
  return {
    header: [
      ...dimensions.flatMap(({ label }) => [`${label} ${CODE[language]}`, label]),
      ...columns.map(({ title }) => title),
    ],
    rows: all.map((row) => [
      ...dimensions.flatMap((_, i): Cell[] => [row.keys[i] ?? null, row.labels[i] ?? null]),
      ...columns.map(({ of }) => of(row)),
    ]),
    info: [...formulas(measures, language), ...coverage(answer, language)],
  };
}

interface Column {
  readonly title: string;
  readonly of: (row: Row) => Cell;
}

/** A ratio with what was divided by what. */
function columnsOf(
  { name, label, unit }: Measure,
  at: number,
  rows: readonly Row[],
  language: Language,
): Column[] {
  const title = label === name ? label : `${label} ${name}`;
  const value: Column = { title: `${title}（${unit}）`, of: (row) => row.values[at] ?? null };
  const ratio = rows.some(({ denominators }) => (denominators[at] ?? null) !== null);
  if (!ratio) return [value];
  return [
    value,
    { title: `${title} ${NUMERATOR[language]}`, of: (row) => row.numerators[at] ?? null },
    { title: `${title} ${DENOMINATOR[language]}`, of: (row) => row.denominators[at] ?? null },
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
    ...(told.threshold === null
      ? []
      : [
          line("隐去少于多少件的单元格", "Cells of fewer cases are suppressed", told.threshold),
          line("隐去的单元格数", "Cells suppressed", told.suppressed),
        ]),
    ...told.notes.map((note) => line("说明", "Note", note)),
  ];
}
