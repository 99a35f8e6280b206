import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { PeerGroupInput } from "../rank/api.js";
import type { UnitKind } from "../../units/index.js";
import type { Arrangement, Having, Order, Measure } from "../answer/index.js";
import type { LedgerDataSet, LedgerField } from "../../records/index.js";
import { readMeasures, type MeasureInput, type ReadFilter } from "./statistics-measures.js";
import { checkWhere } from "./where-values.js";

/** A question about one ledger, as received. */
export interface StatisticsInput<
  Dimension extends string,
  Field extends string,
  Where,
  Basis extends string,
> {
  readonly scope: StatisticsScope;
  readonly where?: Where | null;
  readonly dateBasis?: Basis | null;
  readonly groupBy: readonly Dimension[];
  readonly measures: readonly MeasureInput<Field, Where>[];
  readonly having?: readonly HavingInput[] | null;
  readonly orderBy?: OrderInput<Dimension> | null;
  readonly top?: number | null;
  readonly totals?: boolean | null;
}

export interface StatisticsScope {
  readonly under: string;
  readonly kinds?: readonly UnitKind[] | null;
  readonly units?: readonly string[] | null;
  /** Only this unit and its peers. */
  readonly peersOf?: string | null;
  readonly peers?: PeerGroupInput | null;
}

export interface HavingInput {
  readonly measure: string;
  readonly atLeast?: number | null;
  readonly atMost?: number | null;
}

export interface OrderInput<Dimension extends string> {
  readonly measure?: string | null;
  readonly dimension?: Dimension | null;
  readonly direction?: "ASC" | "DESC" | null;
}

/** The question after all checks that need no row. */
export interface StatisticsQuery<Dimension extends string, Where> {
  readonly scope: StatisticsScope;
  readonly where: Where;
  /** The date for dimensions of time, and its column. */
  readonly basis: string;
  readonly date: string;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly ReadFilter<Where>[];
  readonly measures: readonly Measure[];
  /** Fields whose values a measure needs. */
  readonly fields: readonly LedgerField[];
  readonly arrangement: Arrangement;
  readonly totals: boolean;
}

const MOST_DIMENSIONS = 4;
const MOST_ROWS = 1000;
const AT = ["input"];

export function readQuery<
  Dimension extends string,
  Field extends string,
  Where extends object,
  Basis extends string,
>(
  dataSet: Pick<LedgerDataSet<Dimension, Field, Where, Basis>, "dates" | "fields">,
  input: StatisticsInput<Dimension, Field, Where, Basis>,
): StatisticsQuery<Dimension, Where> {
  checkWhere(input.where, [...AT, "where"]);
  const dimensions = readDimensions(input.groupBy);
  const { filters, measures, fields } = readMeasures(dataSet, input.measures, dimensions);
  const [firstBasis] = Object.keys(dataSet.dates) as Basis[];
  const basis = input.dateBasis ?? firstBasis;
  if (basis === undefined) throw new Error("a data set has a date");
  return {
    scope: input.scope,
    where: input.where ?? ({} as Where),
    basis,
    date: dataSet.dates[basis].column,
    dimensions,
    filters,
    measures,
    fields,
    arrangement: {
      having: (input.having ?? []).map((having, i) => readHaving(having, i, measures)),
      order: input.orderBy ? readOrder(input.orderBy, measures, dimensions) : null,
      top: readTop(input.top ?? null),
    },
    totals: input.totals ?? false,
  };
}

function readDimensions<Dimension extends string>(groupBy: readonly Dimension[]): readonly Dimension[] {
  if (groupBy.length > MOST_DIMENSIONS)
    throw badInput(text(`最多 ${MOST_DIMENSIONS} 个维度`, `At most ${MOST_DIMENSIONS} dimensions`), [
      ...AT,
      "groupBy",
    ]);
  groupBy.forEach((dimension, i) => {
    if (groupBy.indexOf(dimension) < i)
      throw badInput(text(`维度 ${dimension} 重复`, `Dimension ${dimension} is given twice`), [
        ...AT,
        "groupBy",
        String(i),
      ]);
  });
  return groupBy;
}

function measureNamed(name: string, measures: readonly Measure[], path: readonly string[]): number {
  const index = measures.findIndex((measure) => measure.name === name);
  if (index < 0) throw badInput(text("统计量中没有这个名称", "None of the measures has this name"), path);
  return index;
}

function readHaving(
  { measure, atLeast, atMost }: HavingInput,
  i: number,
  measures: readonly Measure[],
): Having {
  const path = [...AT, "having", String(i)];
  const index = measureNamed(measure, measures, [...path, "measure"]);
  if (atLeast == null && atMost == null)
    throw badInput(text("atLeast、atMost 至少给一项", "Give atLeast, atMost, or both"), path);
  return { measure: index, atLeast: atLeast ?? null, atMost: atMost ?? null };
}

function readOrder<Dimension extends string>(
  { measure, dimension, direction }: OrderInput<Dimension>,
  measures: readonly Measure[],
  dimensions: readonly Dimension[],
): Order {
  const path = [...AT, "orderBy"];
  if ((measure == null) === (dimension == null))
    throw badInput(text("按 measure 或 dimension 之一排序", "Order by a measure or by a dimension"), path);
  if (measure != null) {
    const index = measureNamed(measure, measures, [...path, "measure"]);
    return { by: "measure", index, descending: (direction ?? "DESC") === "DESC" };
  }
  const index = dimensions.findIndex((one) => one === dimension);
  if (index < 0)
    throw badInput(text(`维度 ${dimension} 不在 groupBy 中`, `Dimension ${dimension} is not in groupBy`), [
      ...path,
      "dimension",
    ]);
  return { by: "dimension", index, descending: (direction ?? "ASC") === "DESC" };
}

function readTop(top: number | null): number | null {
  if (top !== null && (top < 1 || top > MOST_ROWS))
    throw badInput(text(`top 须为 1 至 ${MOST_ROWS}`, `top must be from 1 to ${MOST_ROWS}`), [...AT, "top"]);
  return top;
}
