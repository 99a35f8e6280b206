import type { Text } from "../../kernel/text.js";
import type { Coverage } from "../compare/index.js";

/** One shape for every statistic: named dimensions with labels, measures with unit and formula, rows of numbers. */
export interface Answer {
  readonly dimensions: readonly AnswerDimension[];
  readonly measures: readonly AnswerMeasure[];
  readonly rows: readonly AnswerRow[];
  /** Over all groups, those beyond `top` too; null where totals were not asked for. */
  readonly totals: AnswerRow | null;
  readonly coverage: AnswerCoverage;
}

export interface AnswerDimension {
  /** The name of the enum value that was asked for. */
  readonly key: string;
  readonly label: Text;
}

export interface AnswerMeasure {
  /** The name that the caller gave. */
  readonly name: string;
  readonly label: Text;
  /** 件, 条, 个工作日, %, 万元 ... */
  readonly unit: string;
  /** In Chinese words how it is computed. */
  readonly formula: string;
}

export interface AnswerRow {
  /** One a dimension; null: the record has no value there. */
  readonly keys: readonly (string | null)[];
  readonly labels: readonly Text[];
  /** One a measure; null where its state is EMPTY or WITHHELD. */
  readonly values: readonly (number | null)[];
  readonly states: readonly ValueState[];
  /** Of ratios, shares and changes what was divided by what; null for the others. */
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  /** What has to be known of this row: why it is blank, who is missing. */
  readonly note?: Text | null;
}

/** 数值状态: as it is, nothing to compute it from, told with noise, or not told. */
export type ValueState = "VALUE" | "EMPTY" | "ROUNDED" | "WITHHELD";

export interface AnswerCoverage {
  /** Units in scope. */
  readonly units: number;
  /** Groups found, before `top`. */
  readonly groups: number;
  /** Cells left out because they were made of fewer cases than the threshold, or would give such a one away. */
  readonly suppressed: number;
  /** null where nothing is suppressed for this caller. */
  readonly threshold: number | null;
  /** What was done to protect few cases; null: nothing. */
  readonly protection: Text | null;
  readonly notes: readonly Text[];
  /** Of answers about reports, one a year: whose are included and whose are missing. */
  readonly reports?: readonly Coverage[] | null;
  readonly asOf: string;
}
