import { text, type Text } from "../../../kernel/text.js";
import { evaluate, formatOf, type Evaluated, type Indicator } from "../../reports/index.js";
import type { Answer, AnswerMeasure, AnswerRow } from "../answer.js";
import type { RolledUp } from "./roll-ups.js";
import type { RollUpRequest } from "./roll-ups-request.js";

const LEVEL_NAMES: Readonly<Record<RollUpRequest["by"], Text>> = {
  PROVINCE: text("省", "Province"),
  CITY: text("市", "City"),
  DISTRICT: text("县（市、区）", "District"),
};

/** Beside the indicators, of how many reports they are the sums. */
const REPORTS: AnswerMeasure = {
  name: "reports",
  label: text("年报份数", "Reports"),
  unit: "份",
  formula: "计入合计的本机关年报份数",
};

export function rollUpAnswer(request: RollUpRequest, rolled: readonly RolledUp[], asOf: Date): Answer {
  const figures = rolled.map(({ sums }) => request.indicators.map((indicator) => figureOf(indicator, sums)));
  const publishedOnly = rolled.filter(({ sums }) => sums.publishedOnly).length;
  return {
    dimensions: [
      { key: request.by, label: LEVEL_NAMES[request.by] },
      { key: "YEAR", label: text("年度", "Year") },
    ],
    measures: [...request.indicators.map(measureOf), REPORTS],
    rows: rolled.map(({ area, sums }, i) => ({
      keys: [area.code, String(sums.year)],
      labels: [text(area.name, area.name), text(`${sums.year}年`, String(sums.year))],
      ...numbersOf(request.indicators, figures[i] ?? [], sums.reports),
    })),
    totals: totalsOf(request.indicators, figures, rolled),
    coverage: {
      units: new Set(rolled.map(({ area }) => area.path)).size,
      groups: rolled.length,
      suppressed: 0,
      threshold: null,
      notes: publishedOnly > 0 ? [publishedNote(publishedOnly)] : [],
      asOf: asOf.toISOString(),
    },
  };
}

const publishedNote = (groups: number): Text =>
  text(
    `其中 ${groups} 组在查询人可见范围之外，只计已公布的年报`,
    `${groups} of the groups lie outside what the caller may see: only published reports count there`,
  );

const figureOf = ({ code }: Indicator, { format, cells }: RolledUp["sums"]): Evaluated =>
  evaluate(formatOf(format), code)(cells);

const measureOf = ({ code, label, labelEn, unit, formula, derived }: Indicator): AnswerMeasure => ({
  name: code,
  label: text(label, labelEn),
  unit,
  formula: derived && formula ? `按各单位合计数计算：${formula}` : "各单位年报该项之和",
});

function numbersOf(
  indicators: readonly Indicator[],
  figures: readonly Evaluated[],
  reports: number,
): Pick<AnswerRow, "values" | "numerators" | "denominators"> {
  const shown = (key: keyof Evaluated) => indicators.map(({ scale }, i) => plain(figures[i]?.[key], scale));
  return {
    values: [...shown("value"), reports],
    numerators: [...shown("numerator"), null],
    denominators: [...shown("denominator"), null],
  };
}

const plain = (scaled: number | null | undefined, scale: number): number | null =>
  scaled === null || scaled === undefined ? null : scaled / 10 ** scale;

/** Over all groups: of rates, too, what was divided is added up first. */
function totalsOf(
  indicators: readonly Indicator[],
  figures: readonly (readonly Evaluated[])[],
  rolled: readonly RolledUp[],
): AnswerRow {
  const totals = indicators.map(({ kind }, i): Evaluated => {
    const column = figures.map((row) => row[i]);
    const numerator = sum(column.map((figure) => figure?.numerator));
    const denominator = sum(column.map((figure) => figure?.denominator));
    if (kind !== "ratio")
      return { value: sum(column.map((figure) => figure?.value)), numerator, denominator };
    const divisible = numerator !== null && denominator !== null && denominator > 0;
    return { value: divisible ? numerator / denominator : null, numerator, denominator };
  });
  const all = text("合计", "All");
  const reports = rolled.reduce((count, { sums }) => count + sums.reports, 0);
  return { keys: [null, null], labels: [all, all], ...numbersOf(indicators, totals, reports) };
}

/** Of what is there; null where nothing is. */
function sum(figures: readonly (number | null | undefined)[]): number | null {
  let total: number | null = null;
  for (const figure of figures) if (figure !== null && figure !== undefined) total = (total ?? 0) + figure;
  return total;
}
