import type { Answer, AnswerRow, Measure } from "../../answer/index.js";
import type { IndicatorField } from "./report-data-set.js";

type Figures = readonly (number | null)[];

/** Amounts have six decimals; floating-point sums miss the last ones and are replaced by exact sums. */
export function withExactSums(
  answer: Answer,
  measures: readonly Measure[],
  fields: Readonly<Record<string, IndicatorField>>,
): Answer {
  const scales = measures.map(({ field }) => (field && fields[field.key]?.indicator.scale) ?? 0);
  const put = (figures: Figures, right: (at: number) => boolean): Figures =>
    figures.map((figure, at) => (figure !== null && right(at) ? rounded(figure, scales[at] ?? 0) : figure));
  const row = (given: AnswerRow): AnswerRow => ({
    ...given,
    values: put(given.values, (at) => measures[at]?.function === "SUM"),
    numerators: put(given.numerators, () => true),
    denominators: put(given.denominators, () => true),
  });
  return { ...answer, rows: answer.rows.map(row), totals: answer.totals && row(answer.totals) };
}

const rounded = (figure: number, scale: number): number =>
  scale === 0 ? figure : Math.round(figure * 10 ** scale) / 10 ** scale;
