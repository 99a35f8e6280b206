import { Field, Float, InputType, type ClassType } from "type-graphql";
import type { Text } from "../../kernel/text.js";
import { DirectionEnum } from "../../platform/graphql/paging.types.js";
import { enumOf } from "../../platform/graphql/enum.js";
import { described, type LedgerDataSet } from "../../records/index.js";
import type { MeasureFunction } from "../answer/index.js";
import type { MeasureInput } from "./statistics-measures.js";
import type { OrderInput, StatisticsInput } from "./statistics-query.js";
import { StatisticsFunctionEnum, StatisticsQuestionInput } from "./statistics-question.types.js";

interface Words<Where extends object> {
  /** Prefix of the inputs' names: Request. */
  readonly name: string;
  /** 依申请公开 · requests */
  readonly subject: Text;
  readonly where: ClassType<Where>;
}

const labelsOf = <Name extends string>(
  terms: Readonly<Record<Name, { readonly label: Text }>>,
): Record<Name, string> =>
  described(
    Object.fromEntries(
      Object.entries<{ readonly label: Text }>(terms).map(([key, { label }]) => [key, label]),
    ) as Record<Name, Text>,
  );

/** The typed input of one data set: the common form of a question with its own dimensions, fields, dates and filter. */
export function statisticsInput<
  Dimension extends string,
  Name extends string,
  Where extends object,
  Basis extends string,
>(
  dataSet: LedgerDataSet<Dimension, Name, Where, Basis>,
  words: Words<Where>,
): ClassType<StatisticsInput<Dimension, Name, Where, Basis>> {
  const { name, subject, where } = words;
  const dimensions = dimensionEnum(dataSet, words);
  const dates = dateEnum(dataSet, words);
  const [defaultDate] = Object.keys(dataSet.dates);
  const measures = measureInput(dataSet, words);
  const order = orderInput(dimensions, name);

  @InputType(`${name}StatisticsInput`, { description: `${subject.zh}统计 · A question about ${subject.en}` })
  class Input extends StatisticsQuestionInput implements StatisticsInput<Dimension, Name, Where, Basis> {
    @Field(() => where, { nullable: true }) where?: Where | null;
    @Field(() => dates, {
      nullable: true,
      description: `按哪个日期计：不给则为 ${defaultDate}；没有该日期的不计 · The date that times go by: ${defaultDate} when left out; what lacks the date does not count`,
    })
    dateBasis?: Basis | null;
    @Field(() => [dimensions], {
      description: "分组维度，0 至 4 个 · Grouped by: up to four; none: one row of everything",
    })
    groupBy!: Dimension[];
    @Field(() => [measures], { description: "统计量，1 至 10 个 · From one to ten" })
    measures!: MeasureInput<Name, Where>[];
    @Field(() => order, { nullable: true }) orderBy?: OrderInput<Dimension> | null;
  }
  return Input;
}

const dimensionEnum = <Dimension extends string, Where extends object>(
  { dimensions }: Pick<LedgerDataSet<Dimension, string, Where>, "dimensions">,
  { name, subject }: Words<Where>,
): object =>
  enumOf(
    `${name}Dimension`,
    `${subject.zh}统计的分组维度 · What ${subject.en} can be grouped by`,
    labelsOf(dimensions),
  );

const dateEnum = <Basis extends string, Where extends object>(
  { dates }: Pick<LedgerDataSet<string, string, Where, Basis>, "dates">,
  { name, subject }: Words<Where>,
): object =>
  enumOf(
    `${name}DateBasis`,
    `${subject.zh}统计按哪个日期计年、季、月 · The date that times of ${subject.en} go by`,
    labelsOf(dates),
  );

function orderInput<Dimension extends string>(
  dimensions: object,
  name: string,
): ClassType<OrderInput<Dimension>> {
  @InputType(`${name}OrderInput`, {
    description:
      "按一个统计量（默认由大到小）或一个维度（默认由小到大）排序，空值总在最后 · By a measure, largest first, or by a dimension; nulls last",
  })
  class Order implements OrderInput<Dimension> {
    @Field(() => String, { nullable: true }) measure?: string | null;
    @Field(() => dimensions, { nullable: true }) dimension?: Dimension | null;
    @Field(() => DirectionEnum, { nullable: true }) direction?: "ASC" | "DESC" | null;
  }
  return Order;
}

function measureInput<Name extends string, Where extends object>(
  { fields, counted }: Pick<LedgerDataSet<string, Name, Where>, "fields" | "counted">,
  { name, subject, where }: Words<Where>,
): ClassType<MeasureInput<Name, Where>> {
  const names = enumOf(
    `${name}Field`,
    `${subject.zh}统计可以度量的项目 · What of ${subject.en} can be measured`,
    labelsOf(fields),
  );

  @InputType(`${name}MeasureInput`, {
    description: `一个统计量，可各有条件；不给 field 则计${counted.label.zh}的条数 · One column of numbers, of the records that meet its own filter`,
  })
  class Measure implements MeasureInput<Name, Where> {
    @Field(() => String, { description: "名称，各不相同 · A name, unlike the others'" }) name!: string;
    @Field(() => StatisticsFunctionEnum) function!: MeasureFunction;
    @Field(() => names, { nullable: true }) field?: Name | null;
    @Field(() => Float, { nullable: true, description: "0 至 1，如 0.9 · From 0 to 1" })
    percentile?: number | null;
    @Field(() => where, {
      nullable: true,
      description: "只计符合的；RATIO 的分子 · Only what meets it; a ratio's numerator",
    })
    where?: Where | null;
    @Field(() => where, { nullable: true, description: "RATIO 的分母 · A ratio's denominator" })
    of?: Where | null;
  }
  return Measure;
}
