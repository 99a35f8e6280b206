import { text, type Text } from "../../kernel/text.js";
import { evaluate, type Evaluated, type Indicator, formatOf } from "../../forms/index.js";
import { coverageNotes, MAX_UNITS } from "../compare/index.js";
import type { UnitRow } from "../../units/index.js";
import type { Answer, AnswerMeasure, AnswerRow } from "../answer/index.js";
import { areaYear, type AreaCoverage } from "./area-coverage.read-model.js";
import type { RolledUp, AreaSums } from "./area-sums.js";
import type { AreaRequest } from "./area-request.js";

const LEVEL_NAMES: Readonly<Record<AreaRequest["by"], Text>> = {
  PROVINCE: text("省", "Province"),
  CITY: text("市", "City"),
  DISTRICT: text("县（市、区）", "District"),
};

/** Beside the indicators: the number of reports in the sums. */
const REPORTS: AnswerMeasure = {
  name: "reports",
  label: text("年报份数", "Reports"),
  unit: "份",
  formula: "计入合计的本机关年报份数",
};

interface Rolled extends AreaSums {
  readonly wanted: { readonly coverage: boolean };
  readonly asOf: Date;
}

export function areaAnswer(request: AreaRequest, areaSums: Rolled): Answer {
  const { rolled, coverage, asOf } = areaSums;
  const figures = rolled.map(({ sums }) => request.indicators.map((indicator) => figureOf(indicator, sums)));
  return {
    dimensions: [
      { key: request.by, label: LEVEL_NAMES[request.by] },
      { key: "YEAR", label: text("年度", "Year") },
    ],
    measures: [...request.indicators.map(measureOf), REPORTS],
    rows: rolled.map((row, i) => ({
      keys: [row.area.code, String(row.year)],
      labels: [text(row.area.name, row.area.name), text(`${row.year}年`, String(row.year))],
      ...numbersOf(request.indicators, figures[i] ?? [], row.sums?.reports ?? 0),
      note: rowNote(row, coverage),
    })),
    totals: totalsOf(request.indicators, figures, rolled),
    coverage: {
      units: new Set(rolled.map(({ area }) => area.path)).size,
      groups: rolled.length,
      suppressed: 0,
      threshold: null,
      protection: null,
      notes: notesOf(request, areaSums),
      reports: coverage?.years ?? null,
      asOf: asOf.toISOString(),
    },
  };
}

function notesOf({ by }: AreaRequest, { rolled, coverage, wanted }: Rolled): Text[] {
  const publishedOnly = rolled.filter((row) => row.publishedOnly).length;
  const outside = coverage?.outside ?? [];
  return [
    ...(publishedOnly > 0 ? [publishedNote(publishedOnly)] : []),
    ...(coverage ? coverageNotes(coverage.years) : []),
    ...(outside.length > 0 ? [outsideNote(outside, by)] : []),
    ...(wanted.coverage && !coverage ? [UNCHECKED] : []),
  ];
}

const publishedNote = (groups: number): Text =>
  text(
    `其中 ${groups} 组在查询人可见范围之外，只计已公布的年报`,
    `${groups} of the groups lie outside what the caller may see: only published reports count there`,
  );

const MOST_NAMES = 5;

function outsideNote(units: readonly UnitRow[], by: AreaRequest["by"]): Text {
  const names = units.slice(0, MOST_NAMES).map(({ shortName }) => shortName);
  const more = units.length > MOST_NAMES;
  return text(
    `范围内另有 ${units.length} 个应计单位不在任何${LEVEL_NAMES[by].zh}之内，未列入：${names.join("、")}${more ? "等" : ""}`,
    `${units.length} units of the scope that count lie in none of these areas and are left out: ${names.join(", ")}${more ? " and others" : ""}`,
  );
}

const UNCHECKED = text(
  `单位超过 ${MAX_UNITS} 个，未逐一核对谁缺报；请用 under 缩小范围`,
  `There are more than ${MAX_UNITS} units, so nobody was named as missing: narrow it down by under`,
);

/** Why a row is blank, or how complete it is. */
function rowNote({ area, year, sums }: RolledUp, coverage: AreaCoverage | null): Text | null {
  const known = coverage?.areas.get(areaYear(area.path, year));
  if (!sums)
    return known
      ? text(`应计 ${known.expected} 份，没有计入的年报`, `None of ${known.expected} reports counts here`)
      : text("没有计入的年报", "No report counts here");
  if (!known || known.missing.length === 0) return null;
  return text(
    `应计 ${known.expected} 份，计入 ${known.included} 份`,
    `${known.included} of ${known.expected} reports are included`,
  );
}

const NOTHING: Evaluated = { value: null, numerator: null, denominator: null };

const figureOf = ({ code }: Indicator, sums: RolledUp["sums"]): Evaluated =>
  sums ? evaluate(formatOf(sums.format), code)(sums.cells) : NOTHING;

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
): Omit<AnswerRow, "keys" | "labels"> {
  const shown = (key: keyof Evaluated) => indicators.map(({ scale }, i) => plain(figures[i]?.[key], scale));
  const values = [...shown("value"), reports];
  return {
    values,
    states: values.map((value) => (value === null ? "EMPTY" : "VALUE")),
    numerators: [...shown("numerator"), null],
    denominators: [...shown("denominator"), null],
  };
}

const plain = (scaled: number | null | undefined, scale: number): number | null =>
  scaled === null || scaled === undefined ? null : scaled / 10 ** scale;

/** Totals over all groups; rates are divided after their parts were added up. */
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
  const reports = rolled.reduce((count, { sums }) => count + (sums?.reports ?? 0), 0);
  return { keys: [null, null], labels: [all, all], ...numbersOf(indicators, totals, reports) };
}

/** Sum of the values that are not null; null if there are none. */
function sum(figures: readonly (number | null | undefined)[]): number | null {
  let total: number | null = null;
  for (const figure of figures) if (figure !== null && figure !== undefined) total = (total ?? 0) + figure;
  return total;
}
