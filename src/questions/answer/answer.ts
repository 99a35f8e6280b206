import type { Text } from "../../kernel/text.js";
import type { Coverage } from "../compare/index.js";

/** One shape for every statistic: named dimensions with labels, measures with unit and formula, rows of numbers. */
export interface Answer {
  readonly dimensions: readonly AnswerDimension[];
  readonly measures: readonly AnswerMeasure[];
  readonly rows: readonly AnswerRow[];
  /** Totals over all groups, also beyond `top`; null if not requested. */
  readonly totals: AnswerRow | null;
  readonly coverage: AnswerCoverage;
}

export interface AnswerDimension {
  /** Name of the requested enum value. */
  readonly key: string;
  readonly label: Text;
}

export interface AnswerMeasure {
  /** Name given by the caller. */
  readonly name: string;
  readonly label: Text;
  /** 件, 条, 个工作日, %, 万元 ... */
  readonly unit: string;
  /** Formula in Chinese. */
  readonly formula: string;
}

export interface AnswerRow {
  /** One a dimension; null: the record has no value there. */
  readonly keys: readonly (string | null)[];
  readonly labels: readonly Text[];
  /** One a measure; null where its state is EMPTY or WITHHELD. */
  readonly values: readonly (number | null)[];
  readonly states: readonly ValueState[];
  /** Numerators of ratios, shares and changes; null for other measures. Denominators likewise. */
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  /** Note on this row: why it is blank, which units are missing. */
  readonly note?: Text | null;
}

/** 数值状态: exact, nothing to compute, with noise, or withheld. */
export type ValueState = "VALUE" | "EMPTY" | "ROUNDED" | "WITHHELD";

export interface AnswerCoverage {
  /** Units in scope. */
  readonly units: number;
  /** Groups found, before `top`. */
  readonly groups: number;
  /** Number of cells hidden because they count fewer cases than the threshold, or would reveal such a cell. */
  readonly suppressed: number;
  /** null where nothing is suppressed for this caller. */
  readonly threshold: number | null;
  /** How small counts are protected; null if they are not. */
  readonly protection: Text | null;
  readonly notes: readonly Text[];
  /** Only for reports: coverage of each year. */
  readonly reports?: readonly Coverage[] | null;
  readonly asOf: string;
}
