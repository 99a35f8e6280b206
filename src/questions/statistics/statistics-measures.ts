import { badInput } from "../../kernel/fault.js";
import { isPlainLine } from "../../kernel/plain-text.js";
import { text } from "../../kernel/text.js";
import type { Filter, Measure, MeasureFunction } from "../answer/index.js";
import type { LedgerDataSet, LedgerField } from "../../records/index.js";
import { checkWhere } from "./where-values.js";

export interface MeasureInput<Field extends string, Where> {
  readonly name: string;
  readonly function: MeasureFunction;
  readonly field?: Field | null;
  readonly percentile?: number | null;
  readonly where?: Where | null;
  readonly of?: Where | null;
}

/** Operand of a function: records as such, the numbers of a field, either, or any field's values. */
type Operand = "records" | "numbers" | "records-or-numbers" | "values";

const OPERANDS: Readonly<Record<MeasureFunction, Operand>> = {
  COUNT: "records",
  SUM: "numbers",
  MEAN: "numbers",
  MEDIAN: "numbers",
  PERCENTILE: "numbers",
  MIN: "numbers",
  MAX: "numbers",
  DISTINCT: "values",
  SHARE: "records-or-numbers",
  RATIO: "records-or-numbers",
  CHANGE: "records-or-numbers",
};

/** Filter 0 selects everything that the query selects. */
export interface ReadFilter<Where> extends Filter {
  readonly where: Where | null;
}

interface ReadMeasures<Where> {
  readonly filters: readonly ReadFilter<Where>[];
  readonly measures: readonly Measure[];
  readonly fields: readonly LedgerField[];
}

const MOST_MEASURES = 10;
const LONGEST_NAME = 60;

export function readMeasures<Field extends string, Where extends object>(
  dataSet: Pick<LedgerDataSet<string, Field, Where>, "fields">,
  inputs: readonly MeasureInput<Field, Where>[],
  dimensions: readonly string[],
): ReadMeasures<Where> {
  const at = ["input", "measures"];
  if (inputs.length < 1 || inputs.length > MOST_MEASURES)
    throw badInput(text(`统计量须为 1 至 ${MOST_MEASURES} 个`, `From 1 to ${MOST_MEASURES} measures`), at);
  const filters = new Filters<Where>();
  const fields = new Set<LedgerField>();
  const measures = inputs.map((input, i) => {
    const path = [...at, String(i)];
    refuseName(input.name, inputs.slice(0, i), path);
    refuseMisfit(input, dimensions, path);
    const field = readField(dataSet.fields, input, path);
    if (field) fields.add(field);
    const key = field?.key ?? null;
    return {
      name: input.name,
      function: input.function,
      field,
      percentile: input.percentile ?? null,
      filter: filters.indexOf(input.where ?? null, key),
      of: input.function === "RATIO" ? filters.indexOf(input.of ?? null, key) : null,
    };
  });
  return { filters: filters.all, measures, fields: [...fields] };
}

/** Filters of all measures, each distinct filter once. */
class Filters<Where extends object> {
  readonly all: ReadFilter<Where>[] = [{ where: null, field: null }];
  readonly #known = new Map<string, number>([[JSON.stringify([{}, null]), 0]]);

  indexOf(where: Where | null, field: string | null): number {
    const given = Object.entries(where ?? {}).filter(([, value]) => value != null);
    const identity = JSON.stringify([Object.fromEntries(given.sort()), field]);
    const index = this.#known.get(identity) ?? this.all.push({ where, field }) - 1;
    this.#known.set(identity, index);
    return index;
  }
}

function refuseName(
  name: string,
  earlier: readonly { readonly name: string }[],
  path: readonly string[],
): void {
  if (name === "" || name.length > LONGEST_NAME || !isPlainLine(name))
    throw badInput(
      text(
        `名称须为 1 至 ${LONGEST_NAME} 个字，不换行`,
        `A name of 1 to ${LONGEST_NAME} characters on one line`,
      ),
      [...path, "name"],
    );
  if (earlier.some((measure) => measure.name === name))
    throw badInput(text("统计量名称重复", "Two measures have this name"), [...path, "name"]);
}

function readField<Field extends string>(
  fields: Readonly<Record<Field, LedgerField>>,
  { function: name, field: asked }: MeasureInput<Field, unknown>,
  path: readonly string[],
): LedgerField | null {
  const operand = OPERANDS[name];
  const at = [...path, "field"];
  if (asked == null) {
    if (operand === "records" || operand === "records-or-numbers") return null;
    throw badInput(text(`${name} 须给 field`, `${name} needs a field`), at);
  }
  if (operand === "records")
    throw badInput(text(`${name} 按条计数，不给 field`, `${name} counts records: leave field out`), at);
  const field = fields[asked];
  if (operand !== "values" && !field.numeric)
    throw badInput(
      text(
        `“${field.label.zh}”不是数值，不能求 ${name}，只能求 DISTINCT`,
        `Field ${asked} is not numeric: use DISTINCT instead of ${name}`,
      ),
      at,
    );
  return field;
}

function refuseMisfit(
  { function: name, percentile, where, of }: MeasureInput<string, unknown>,
  dimensions: readonly string[],
  path: readonly string[],
): void {
  checkWhere(where, [...path, "where"]);
  checkWhere(of, [...path, "of"]);
  if (
    name === "PERCENTILE" ? percentile == null || !(percentile >= 0 && percentile <= 1) : percentile != null
  )
    throw badInput(
      name === "PERCENTILE"
        ? text("percentile 须为 0 至 1，如 0.9", "percentile must be from 0 to 1, such as 0.9")
        : text("只有 PERCENTILE 可给 percentile", "Only PERCENTILE takes a percentile"),
      [...path, "percentile"],
    );
  if (name !== "RATIO" && of != null)
    throw badInput(text("只有 RATIO 可给 of", "Only RATIO takes of"), [...path, "of"]);
  if (name === "CHANGE" && !dimensions.includes("YEAR"))
    throw badInput(text("CHANGE 须在 groupBy 中给 YEAR", "CHANGE needs YEAR in groupBy"), [
      ...path,
      "function",
    ]);
}
