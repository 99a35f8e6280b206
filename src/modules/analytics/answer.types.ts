import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";

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
    description: "空：无从计算，或为保护少数而隐去 · null: nothing to compute, or suppressed",
  })
  values!: readonly (number | null)[];
  @Field(() => [Float], { nullable: "items" }) numerators!: readonly (number | null)[];
  @Field(() => [Float], { nullable: "items" }) denominators!: readonly (number | null)[];
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
  @Field(() => [String]) notes!: readonly string[];
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
