import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { DirectionEnum } from "../../platform/graphql/paging.types.js";
import { DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage } from "../../reports/index.js";
import { ReportScopeEnum, ReportStageEnum } from "../../reports/api.js";
import { IndicatorType } from "../../forms/api.js";
import { TreeTimeEnum, UnitKindEnum, UnitType, type TreeTime } from "../../units/api.js";
import type { UnitKind } from "../../units/index.js";
import type { Figures } from "./statistics.js";

@InputType("CompareOrder", {
  description:
    "按某一列排序，空值总在最后，相同者按单位次序 · By one of the columns; nulls last either way, equals in the order of the tree",
})
export class CompareOrderInput {
  @Field(() => String, { description: "指标代码 · Code of one of the indicators" }) indicator!: string;
  @Field(() => Int, { description: "年度 · One of the years" }) year!: number;
  @Field(() => DirectionEnum, { nullable: true, defaultValue: "DESC" })
  direction?: keyof typeof DirectionEnum | null;
}

@InputType("CompareReportsInput", { description: "横向比较的范围 · What to compare" })
export class CompareReportsInput {
  @Field(() => String, {
    description:
      "上级单位代码：不给 units、kinds 时比较其直接下级 · The unit whose subtree is compared; its direct children unless units or kinds say otherwise",
  })
  under!: string;
  @Field(() => [UnitKindEnum], {
    nullable: true,
    description: "其下所有这些类别的单位 · Every unit of these kinds in the subtree",
  })
  kinds?: UnitKind[] | null;
  @Field(() => [String], {
    nullable: true,
    description: "这些单位，按所给次序 · These very units, in the order given",
  })
  units?: string[] | null;
  @Field(() => [Int], { description: "1 至 10 个年度 · From 1 to 10 years" }) years!: number[];
  @Field(() => [String], {
    description: "1 至 400 个指标代码，含推算指标 · Codes of 1 to 400 indicators, derived ones too",
  })
  indicators!: string[];
  @Field(() => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope?: ReportScope | null;
  @Field(() => ReportStageEnum, {
    nullable: true,
    defaultValue: DEFAULT_STAGE,
    description:
      "至少到达的阶段；不可见的不计入，并在 coverage 中说明 · Only versions at least this far; versions that the caller may not see are left out, as coverage says",
  })
  atLeast?: ReportStage | null;
  @Field(() => TreeTimeEnum, {
    nullable: true,
    description:
      "移动过的单位按现在还是各年度末的上级计入，默认现在；THEN 时单位在不属其下的年度为空 · Below whom a unit that was moved counts: now, unless THEN is asked for; then it is blank in the years in which it stood elsewhere",
  })
  tree?: TreeTime | null;
  @Field(() => CompareOrderInput, { nullable: true }) orderBy?: CompareOrderInput | null;
}

@ObjectType("ComparisonColumn", {
  simpleResolvers: true,
  description: "一个指标一个年度 · One indicator in one year, over the rows",
})
export class ComparisonColumnType {
  @Field(() => IndicatorType) readonly indicator!: IndicatorType;
  @Field(() => Int) readonly year!: number;
  @Field(() => Int, { description: "有数的单位数 · How many rows have a value" }) readonly reported!: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "合计，精确；比率无合计 · Exact sum; null for ratios",
  })
  readonly total!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: "平均数；比率为各单位比率的简单平均 · Mean; of a ratio, of the units' ratios unweighted",
  })
  readonly mean!: number | null;
  @Field(() => Float, { nullable: true, description: "中位数 · Median" }) readonly median!: number | null;
  @Field(() => Float, { nullable: true, description: "最小值 · Minimum" }) readonly minimum!: number | null;
  @Field(() => Float, { nullable: true, description: "最大值 · Maximum" }) readonly maximum!: number | null;
}

@ObjectType("ComparisonRow", {
  simpleResolvers: true,
  description: "一个单位，各列次序同 columns · One unit; every list is in the order of columns",
})
export class ComparisonRowType {
  @Field(() => UnitType) readonly unit!: UnitType;
  @Field(() => [Float], {
    nullable: "items",
    description: "空：未报、未填或该年度格式无此指标 · null: not reported, blank, or not in that year's form",
  })
  readonly values!: Figures;
  @Field(() => [Float], {
    nullable: "items",
    description: "比率的分子，其他指标为空 · What was divided, for ratios; null for plain indicators",
  })
  readonly numerators!: Figures;
  @Field(() => [Float], {
    nullable: "items",
    description: "比率的分母，其他指标为空 · What it was divided by; null for plain indicators",
  })
  readonly denominators!: Figures;
  @Field(() => [Float], {
    nullable: "items",
    description:
      "比上年增减的比例；上年为 0、未填或没有则为空 · Ratio to the year before minus 1; null where that is 0, blank or missing",
  })
  readonly changes!: Figures;
  @Field(() => [Int], {
    nullable: "items",
    description:
      "名次：1 为最大，相同者并列，如 1、1、3 · 1 is the largest; equal values share a rank: 1, 1, 3",
  })
  readonly ranks!: Figures;
}

@ObjectType("Coverage", {
  simpleResolvers: true,
  description: "覆盖情况：应报、已报、未报 · Who must file and did, as far as the caller may see",
})
export class CoverageType {
  @Field(() => Int) readonly year!: number;
  @Field(() => Int, {
    description:
      "应计单位数：应报的，以及未列入应报而已报的；等于 included 加 missing · Who must file, or has filed all the same: included + missing",
  })
  readonly expected!: number;
  @Field(() => Int, { description: "计入的单位数 · How many are included" }) readonly included!: number;
  @Field(() => [UnitType], { description: "应报而未计入 · Must file and are not included" })
  readonly missing!: readonly UnitType[];
  @Field(() => [UnitType], { description: "已计入而未发布 · Included, but not yet published" })
  readonly provisional!: readonly UnitType[];
  @Field(() => [String], { description: "所用格式 · The forms that occur" })
  readonly formats!: readonly string[];
  @Field(() => Boolean, {
    description:
      "该年度启用新格式，与上年不宜直接比较 · A new form began in this year: compare with the year before with care",
  })
  readonly formChanged!: boolean;
  @Field(() => DateTimeScalar, { description: "统计时间 · When this was counted" }) readonly asOf!: Date;
}

@ObjectType("ReportComparison", { simpleResolvers: true, description: "年报横向比较 · Reports side by side" })
export class ReportComparisonType {
  @Field(() => TreeTimeEnum, {
    description: "按何时的隶属关系统计 · Below whom units that were moved are counted",
  })
  readonly tree!: TreeTime;
  @Field(() => [ComparisonColumnType], {
    description:
      "先第一个年度的各指标，再下一年度 · Every indicator of the first year, then of the next, as asked",
  })
  readonly columns!: readonly ComparisonColumnType[];
  @Field(() => [ComparisonRowType], { description: "每单位一行 · One a unit" })
  readonly rows!: readonly ComparisonRowType[];
  @Field(() => [CoverageType], { description: "每年度一条，次序同所问 · One a year, in the order asked" })
  readonly coverage!: readonly CoverageType[];
}
