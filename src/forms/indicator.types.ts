import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import type { IndicatorSource } from "./format.js";

export const IndicatorSourceEnum = enumOf(
  "IndicatorSource",
  "指标来源 · Where an indicator's values come from",
  {
    FORM: "表格及其推算 · The tables of the form, and what is derived from them",
    TEXT: "正文自述的补充指标，表格不设此项 · Figures that the text states and no table asks for",
  },
);

@ObjectType("Indicator", {
  simpleResolvers: true,
  description:
    "指标：表格中的一格，或由其推算，或正文自述 · A statistic of the form, one derived from it, or one that the text states",
})
export class IndicatorType {
  @Field(() => String, {
    description:
      "代码；表内指标即其在 AnnualReport 中的路径 · Its code; of the form, its path in AnnualReport",
  })
  code!: string;
  @Field(() => String) label!: string;
  @Field(() => String) labelEn!: string;
  @Field(() => String, { description: "计量单位 · Unit of measure" }) unit!: string;
  @Field(() => [String], { description: "含有该指标的格式 · The forms that have it" })
  formats!: readonly string[];
  @Field(() => String, { nullable: true, description: "计算方法 · How it is computed" }) formula!:
    string | null;
  @Field(() => Boolean, { description: "是否推算指标 · Derived from the form's cells" }) derived!: boolean;
  @Field(() => IndicatorSourceEnum, { description: "来源 · Where its values come from" })
  source!: IndicatorSource;
  @Field(() => String, {
    nullable: true,
    description: "释义；表内指标为空 · What it means, in Chinese; null for those of the form",
  })
  description!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "英文释义 · The same in English",
  })
  descriptionEn!: string | null;
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
