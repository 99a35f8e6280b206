import { Field, Float, InputType, Int } from "type-graphql";
import { DirectionEnum } from "../../../platform/graphql/paging.types.js";
import { enumOf } from "../../../platform/graphql/enum.js";
import { described } from "../../../records/index.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage } from "../../../reports/index.js";
import { ReportScopeEnum, ReportStageEnum } from "../../../reports/api.js";
import { UnitKindEnum } from "../../../units/api.js";
import type { UnitKind } from "../../../units/index.js";
import type { MeasureInput } from "../statistics-measures.js";
import type { OrderInput } from "../statistics-query.js";
import { StatisticsFunctionEnum, StatisticsQuestionInput } from "../statistics-question.types.js";
import type { MeasureFunction } from "../../answer/index.js";
import { DIMENSIONS, type ReportDimension, type ReportWhere } from "./report-data-set.js";
import type { ReportQuestion } from "./report-statistics.js";

const labels = Object.fromEntries(
  Object.entries(DIMENSIONS).map(([name, { label }]) => [name, label]),
) as Record<ReportDimension, (typeof DIMENSIONS)[ReportDimension]["label"]>;
const DimensionEnum = enumOf(
  "ReportDimension",
  "年报统计的分组维度 · What reports can be grouped by",
  described(labels),
);

@InputType("ReportWhereInput", { description: "年报统计的条件 · Which reports" })
export class ReportWhereInput implements ReportWhere {
  @Field(() => [Int], { nullable: true }) years?: number[] | null;
  @Field(() => [UnitKindEnum], { nullable: true }) kinds?: UnitKind[] | null;
  @Field(() => [String], { nullable: true, description: "年报格式 · Codes of forms" }) formats?:
    string[] | null;
  @Field(() => [ReportStageEnum], { nullable: true }) statuses?: ReportStage[] | null;
}

@InputType("ReportMeasureInput", {
  description:
    "一个统计量，可各有条件；不给 field 则计年报份数 · One column of numbers, of the reports that meet its own filter",
})
export class ReportMeasureInput implements MeasureInput<string, ReportWhere> {
  @Field(() => String, { description: "名称，各不相同 · A name, unlike the others'" }) name!: string;
  @Field(() => StatisticsFunctionEnum) function!: MeasureFunction;
  @Field(() => String, {
    nullable: true,
    description: "指标代码；比率不能相加 · Code of an indicator; rates cannot be added up",
  })
  field?: string | null;
  @Field(() => Float, { nullable: true, description: "0 至 1，如 0.9 · From 0 to 1" }) percentile?:
    number | null;
  @Field(() => ReportWhereInput, {
    nullable: true,
    description: "只计符合的；RATIO 的分子 · Only what meets it; a ratio's numerator",
  })
  where?: ReportWhereInput | null;
  @Field(() => ReportWhereInput, { nullable: true, description: "RATIO 的分母 · A ratio's denominator" })
  of?: ReportWhereInput | null;
}

@InputType("ReportOrderInput", {
  description:
    "按一个统计量（默认由大到小）或一个维度（默认由小到大）排序，空值总在最后 · By a measure, largest first, or by a dimension; nulls last",
})
export class ReportOrderInput implements OrderInput<ReportDimension> {
  @Field(() => String, { nullable: true }) measure?: string | null;
  @Field(() => DimensionEnum, { nullable: true }) dimension?: ReportDimension | null;
  @Field(() => DirectionEnum, { nullable: true }) direction?: "ASC" | "DESC" | null;
}

@InputType("ReportStatisticsInput", { description: "年报统计 · A question about reports" })
export class ReportStatisticsInput extends StatisticsQuestionInput implements ReportQuestion {
  @Field(() => [Int], { description: "1 至 10 个年度 · From 1 to 10 years" }) years!: number[];
  @Field(() => ReportWhereInput, { nullable: true }) where?: ReportWhereInput | null;
  @Field(() => [DimensionEnum], {
    description: "分组维度，0 至 4 个 · Grouped by: up to four; none: one row of everything",
  })
  groupBy!: ReportDimension[];
  @Field(() => [ReportMeasureInput], { description: "统计量，1 至 10 个 · From one to ten" })
  measures!: ReportMeasureInput[];
  @Field(() => ReportOrderInput, { nullable: true }) orderBy?: ReportOrderInput | null;
  @Field(() => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) reportScope?: ReportScope | null;
  @Field(() => ReportStageEnum, { nullable: true, defaultValue: DEFAULT_STAGE }) atLeast?: ReportStage | null;
}
