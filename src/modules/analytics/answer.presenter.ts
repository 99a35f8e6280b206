import type { Language } from "../../kernel/text.js";
import type { Answer, AnswerRow } from "./answer.js";
import type { AnswerRowType, StatisticsAnswerType } from "./answer.types.js";

export const presentAnswer = (answer: Answer, language: Language): StatisticsAnswerType => ({
  dimensions: answer.dimensions.map(({ key, label }) => ({ key, label: label[language] })),
  measures: answer.measures.map((measure) => ({ ...measure, label: measure.label[language] })),
  rows: answer.rows.map((row) => presentRow(row, language)),
  totals: answer.totals && presentRow(answer.totals, language),
  coverage: { ...answer.coverage, notes: answer.coverage.notes.map((note) => note[language]) },
});

const presentRow = (row: AnswerRow, language: Language): AnswerRowType => ({
  ...row,
  labels: row.labels.map((label) => label[language]),
});
