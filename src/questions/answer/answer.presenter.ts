import type { Language } from "../../kernel/text.js";
import { presentCoverage } from "../compare/index.js";
import type { Answer, AnswerCoverage, AnswerRow } from "./answer.js";
import type { AnswerCoverageType, AnswerRowType, StatisticsAnswerType } from "./answer.types.js";

export const presentAnswer = (answer: Answer, language: Language): StatisticsAnswerType => ({
  dimensions: answer.dimensions.map(({ key, label }) => ({ key, label: label[language] })),
  measures: answer.measures.map((measure) => ({ ...measure, label: measure.label[language] })),
  rows: answer.rows.map((row) => presentRow(row, language)),
  totals: answer.totals && presentRow(answer.totals, language),
  coverage: presentCoverageOf(answer.coverage, language),
});

const presentCoverageOf = (coverage: AnswerCoverage, language: Language): AnswerCoverageType => ({
  ...coverage,
  protection: coverage.protection && coverage.protection[language],
  notes: coverage.notes.map((note) => note[language]),
  reports: coverage.reports?.map((ofYear) => presentCoverage(ofYear, new Date(coverage.asOf))) ?? null,
});

const presentRow = (row: AnswerRow, language: Language): AnswerRowType => ({
  ...row,
  labels: row.labels.map((label) => label[language]),
  note: row.note?.[language] ?? null,
});
