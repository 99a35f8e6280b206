import { Field, Float, InputType, Int } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { PeerGroupInput } from "../rank/api.js";
import { UnitKindEnum } from "../../units/api.js";
import type { UnitKind } from "../../units/index.js";
import type { MeasureFunction } from "../answer/index.js";
import type { HavingInput, StatisticsScope } from "./statistics-query.js";

export const StatisticsFunctionEnum = enumOf<MeasureFunction>(
  "StatisticsFunction",
  "统计方法 · How it is computed",
  {
    COUNT: "数量，逐条计数，不给 field · How many records; takes no field",
    SUM: "合计 · Sum of a field",
    MEAN: "平均数 · Mean of a field",
    MEDIAN: "中位数，由逐条数值求得 · Median of a field, from the cases themselves",
    PERCENTILE: "百分位数（最近秩法），须给 percentile · Percentile by nearest rank; needs percentile",
    MIN: "最小值 · Smallest value of a field",
    MAX: "最大值 · Largest value of a field",
    DISTINCT: "不同值个数 · How many different values a field has",
    SHARE: "占全部各组的比重；不给 field 则按条数 · Share of all groups; of records, or of a field's sum",
    RATIO:
      "两个不同条件下数量之比：where 为分子，of 为分母（不给则为本组全部） · Of what meets where to what meets of (left out: all of the group)",
    CHANGE:
      "比上年增减，groupBy 须有 YEAR，上年须在统计范围内 · Ratio to the year before, minus 1; needs YEAR in groupBy, and the year before within the filter",
  },
);

@InputType("StatisticsScopeInput", {
  description: "统计范围：某单位及其以下 · Which units: one and all below it",
})
export class StatisticsScopeInput implements StatisticsScope {
  @Field(() => String, { description: "单位代码 · Code of the unit at the top" }) under!: string;
  @Field(() => [UnitKindEnum], {
    nullable: true,
    description: "只计这些类别的单位 · Only units of these kinds",
  })
  kinds?: UnitKind[] | null;
  @Field(() => [String], {
    nullable: true,
    description: "只计这些单位（代码），须在 under 之下 · Only these units, by their codes",
  })
  units?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      "只计该单位（代码）及其可比组中在 under 之下的单位，须与 peers 一并给出，不与 units 并用 · Only this unit and its peers, as far as they are below under; goes with peers, and not with units",
  })
  peersOf?: string | null;
  @Field(() => PeerGroupInput, {
    nullable: true,
    description:
      "哪一个可比组；RANKED_UNITS、NEAREST 只用于排名 · Which peer group; RANKED_UNITS and NEAREST go with a ranking only",
  })
  peers?: PeerGroupInput | null;
}

@InputType("StatisticsHavingInput", {
  description:
    "只留该统计量在此范围内的组；空值和隐去的不留 · Keeps groups whose measure lies within; those null or suppressed are dropped",
})
export class StatisticsHavingInput implements HavingInput {
  @Field(() => String, { description: "统计量名称 · Name of a measure" }) measure!: string;
  @Field(() => Float, { nullable: true }) atLeast?: number | null;
  @Field(() => Float, { nullable: true }) atMost?: number | null;
}

/** The part common to all questions. */
@InputType()
export abstract class StatisticsQuestionInput {
  @Field(() => StatisticsScopeInput) scope!: StatisticsScopeInput;
  @Field(() => [StatisticsHavingInput], { nullable: true }) having?: StatisticsHavingInput[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "只取前几组，1 至 1000；按统计量排序时与末位相同的全部给出 · The first so many groups, and by a measure all that tie with the last one",
  })
  top?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "是否给出合计，不受 having、top 影响 · A row over all groups, whatever having and top leave",
  })
  totals?: boolean | null;
}
