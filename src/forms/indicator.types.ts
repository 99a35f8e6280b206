import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Indicator", {
  simpleResolvers: true,
  description: "指标：表格中的一格，或由其推算 · A statistic of the form, or one derived from it",
})
export class IndicatorType {
  @Field(() => String, { description: "代码，即其在 AnnualReport 中的路径 · Its path in AnnualReport" })
  code!: string;
  @Field(() => String) label!: string;
  @Field(() => String) labelEn!: string;
  @Field(() => String, { description: "计量单位 · Unit of measure" }) unit!: string;
  @Field(() => [String], { description: "含有该指标的格式 · The forms that have it" })
  formats!: readonly string[];
  @Field(() => String, { nullable: true, description: "计算方法 · How it is computed" }) formula!:
    string | null;
  @Field(() => Boolean, { description: "是否推算指标 · Derived from the form's cells" }) derived!: boolean;
}

@ObjectType("ReportFormat", {
  simpleResolvers: true,
  description: "年报格式 · One official form of the report",
})
export class ReportFormatType {
  @Field(() => String) code!: string;
  @Field(() => String, { description: "文号 · Number of the circular" }) documentNumber!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) firstYear!: number;
  @Field(() => Int, { nullable: true, description: "空：现行 · null: still in force" }) lastYear!:
    number | null;
  @Field(() => [IndicatorType], { description: "表格各格 · Its cells, in order" })
  indicators!: readonly IndicatorType[];
}
