import { Field, Float, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import { CoverageType } from "../compare/api.js";
import type { ValueState } from "./answer.js";

export const ValueStateEnum = enumOf<ValueState>("ValueState", "数值状态 · How a value is told", {
  VALUE: "如实 · As it is",
  EMPTY: "空，无从计算 · Nothing to compute it from",
  ROUNDED: "已加扰动，与实际数略有出入；0 也可能是少数几件 · Told with noise; 0 may be a few",
  WITHHELD: "为保护少数案件而不显示 · Not told, to protect few cases",
});

@ObjectType("AnswerDimension", {
  simpleResolvers: true,
  description: "分组维度 · What the rows are grouped by",
})
export class AnswerDimensionType {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
}

@ObjectType("AnswerMeasure", { simpleResolvers: true, description: "统计量 · One column of numbers" })
export class AnswerMeasureType {
  @Field(() => String) name!: string;
  @Field(() => String) label!: string;
  @Field(() => String, { description: "计量单位 · Unit of measure" }) unit!: string;
  @Field(() => String, { description: "计算方法 · How it is computed" }) formula!: string;
}

@ObjectType("AnswerRow", {
  simpleResolvers: true,
  description: "一组 · One group, its numbers in the order of measures",
})
export class AnswerRowType {
  @Field(() => [String], { nullable: "items" }) keys!: readonly (string | null)[];
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => [Float], {
    nullable: "items",
    description: "空：见 states · null where its state is EMPTY or WITHHELD",
  })
  values!: readonly (number | null)[];
  @Field(() => [ValueStateEnum], { description: "各数值的状态 · The state of each of values" })
  states!: readonly ValueState[];
  @Field(() => [Float], { nullable: "items" }) numerators!: readonly (number | null)[];
  @Field(() => [Float], { nullable: "items" }) denominators!: readonly (number | null)[];
  @Field(() => String, {
    nullable: true,
    description:
      "本组说明：为何为空、缺谁 · What has to be known of this row: why it is blank, who is missing",
  })
  note!: string | null;
}

@ObjectType("AnswerCoverage", {
  simpleResolvers: true,
  description: "统计范围 · What the answer covers, and what it leaves out",
})
export class AnswerCoverageType {
  @Field(() => Int, { description: "范围内的单位数 · Units in scope" }) units!: number;
  @Field(() => Int, { description: "分组数 · Groups found, before top" }) groups!: number;
  @Field(() => Int, { description: "隐去的单元格数 · Cells suppressed" }) suppressed!: number;
  @Field(() => Int, {
    nullable: true,
    description: "隐去少于多少件的单元格 · Cells of fewer cases are suppressed",
  })
  threshold!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      "为保护少数案件作了什么处理；空：未作处理 · What was done to protect few cases; null: nothing",
  })
  protection!: string | null;
  @Field(() => [String]) notes!: readonly string[];
  @Field(() => [CoverageType], {
    nullable: true,
    description:
      "年报统计：每年度计入谁、缺谁；台账统计为空，单位过多而未逐一核对的也为空 · Of answers about reports, one a year; null of ledgers, and where there are too many units to name",
  })
  reports!: readonly CoverageType[] | null;
  @Field(() => DateTimeScalar) asOf!: string;
}

@ObjectType("StatisticsAnswer", {
  simpleResolvers: true,
  description: "统计结果：维度、统计量和数字行 · Named dimensions, measures, and rows of numbers",
})
export class StatisticsAnswerType {
  @Field(() => [AnswerDimensionType]) dimensions!: readonly AnswerDimensionType[];
  @Field(() => [AnswerMeasureType]) measures!: readonly AnswerMeasureType[];
  @Field(() => [AnswerRowType]) rows!: readonly AnswerRowType[];
  @Field(() => AnswerRowType, { nullable: true }) totals!: AnswerRowType | null;
  @Field(() => AnswerCoverageType) coverage!: AnswerCoverageType;
}
