import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { DirectionEnum } from "../../platform/graphql/paging.types.js";
import { enumOf } from "../../platform/graphql/enum.js";
import { CoverageType } from "../compare/api.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage } from "../../reports/index.js";
import { ReportScopeEnum, ReportStageEnum } from "../../reports/api.js";
import { IndicatorType } from "../../forms/api.js";
import { UnitKindEnum, UnitType } from "../../units/api.js";
import type { UnitKind } from "../../units/index.js";

const PeerGroupEnum = enumOf("PeerGroup", "可比组 · Who a unit is measured against", {
  RANKED_UNITS: "所排名的单位 · The ranked units themselves",
  SAME_KIND_IN_DISTRICT: "同一县（区）的同类单位 · Of the same kind in the district",
  SAME_KIND_IN_CITY:
    "同一设区的市的同类单位（直辖市为全市） · Of the same kind in the city; where no city is in between, in the province",
  SAME_KIND_IN_PROVINCE: "同一省份的同类单位 · Of the same kind in the province",
  NAMED: "所列单位，或一个自定义可比组 · The units named or those of a stored group, and the unit itself",
  NEAREST:
    "同省同类单位中最相近的：各指标除以标准差后的欧氏距离 · The nearest of the same kind in the province: Euclidean distance, each indicator in its standard deviations",
});
const BandEnum = enumOf("Band", "在可比组中的四分位 · Quarter of the group by percentile", {
  LOWEST: "最低四分之一 · The lowest quarter",
  LOWER: "中下四分之一 · The second",
  UPPER: "中上四分之一 · The third",
  HIGHEST: "最高四分之一 · The highest",
});
const NotRankedEnum = enumOf("NotRankedReason", "不参加排名的原因 · Why a unit has no rank", {
  NOT_REPORTED: "没有可计入的年报 · No report that counts",
  NOT_IN_FORM: "该年度格式无此指标 · The form of that report does not have the indicator",
  BELOW_MINIMUM_BASE: "比率的分母过小 · A rate out of too few cases",
  BLANK: "未填 · Blank",
});

@InputType("PeerGroupInput", { description: "可比组 · A peer group, as data" })
export class PeerGroupInput {
  @Field(() => PeerGroupEnum) kind!: keyof typeof PeerGroupEnum;
  @Field(() => [String], { nullable: true, description: "NAMED：单位代码 · Codes of the units" })
  units?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "NAMED：自定义可比组的编号，以代 units · Instead of units: a stored group",
  })
  groupId?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: "NEAREST：1 至 20 个指标代码 · Codes of 1 to 20 indicators",
  })
  indicators?: string[] | null;
  @Field(() => Int, { nullable: true, description: "NEAREST：几个，默认 10 · How many; 10 unless said" })
  size?: number | null;
}

@InputType("RankReportsInput", { description: "排名的范围和办法 · What to rank, and how" })
export class RankReportsInput {
  @Field(() => String) indicator!: string;
  @Field(() => Int) year!: number;
  @Field(() => String, {
    description:
      "上级单位代码：不给 units、kinds 时排其直接下级 · The unit whose direct children are ranked, unless units or kinds say otherwise",
  })
  under!: string;
  @Field(() => [UnitKindEnum], { nullable: true }) kinds?: UnitKind[] | null;
  @Field(() => [String], { nullable: true }) units?: string[] | null;
  @Field(() => PeerGroupInput, {
    nullable: true,
    description: "同类范围，默认 RANKED_UNITS · Peers; RANKED_UNITS unless said",
  })
  group?: PeerGroupInput | null;
  @Field(() => DirectionEnum, {
    nullable: true,
    defaultValue: "DESC",
    description: "DESC：最大者为第 1 名 · DESC: 1 is the largest",
  })
  direction?: keyof typeof DirectionEnum | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "比率的分母少于此数者不排名，默认为设置项 ranking.minimumBase · Rates out of fewer are not ranked; the setting ranking.minimumBase unless said",
  })
  minimumBase?: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "只要前几名；与末位并列的全部列出 · So many rows only, and all that share the rank of the last one",
  })
  top?: number | null;
  @Field(() => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope?: ReportScope | null;
  @Field(() => ReportStageEnum, { nullable: true, defaultValue: DEFAULT_STAGE }) atLeast?: ReportStage | null;
}

@ObjectType("RankChange", {
  simpleResolvers: true,
  description: "名次变化：正数为上升；total = own + others · How a rank moved; a positive figure is a rise",
})
export class RankChangeType {
  @Field(() => Int, { description: "上年名次 · The rank of the year before" }) before!: number;
  @Field(() => Int) total!: number;
  @Field(() => Int, {
    description: "自身变化：其他单位仍为上年数时的升降 · Had only its own value changed",
  })
  own!: number;
  @Field(() => Int, { description: "其他单位变化所致 · What the others did" }) others!: number;
}

@ObjectType("OutlierScore", {
  simpleResolvers: true,
  description:
    "修正 z 分数 0.6745 ×（值 − 中位数）÷ MAD，绝对值超过 3.5 为离群 · Modified z-score; an outlier beyond 3.5",
})
export class OutlierScoreType {
  @Field(() => Float) score!: number;
  @Field(() => Boolean) outlier!: boolean;
}

@ObjectType("SeriesPoint", { simpleResolvers: true, description: "一个年度 · One year of a series" })
export class SeriesPointType {
  @Field(() => Int) year!: number;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => Float, { nullable: true }) numerator!: number | null;
  @Field(() => Float, { nullable: true }) denominator!: number | null;
  @Field(() => String, { description: "所用格式 · The form" }) format!: string;
  @Field(() => Boolean, {
    description:
      "与前一个年度的格式不同，不宜直接比较 · On another form than the point before: compare with care",
  })
  formChanged!: boolean;
}

@ObjectType("RankedReport", { simpleResolvers: true, description: "一个单位的名次 · One unit in its group" })
export class RankedReportType {
  @Field(() => UnitType) unit!: UnitType;
  @Field(() => Float, { nullable: true, description: "不参加排名的为空 · null where it is not ranked" })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: "比率的分子 · Of a rate" }) numerator!: number | null;
  @Field(() => Float, { nullable: true, description: "比率的分母 · Of a rate" }) denominator!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "在可比组中的名次，相同者并列，如 1、1、3 · In its group; equals share a rank: 1, 1, 3",
  })
  rank!: number | null;
  @Field(() => NotRankedEnum, { nullable: true }) notRankedBecause!: keyof typeof NotRankedEnum | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "组内有多大比例的其他单位低于它（相同者算一半），0 至 1 · The share of its ranked peers that have less, equals half",
  })
  percentile!: number | null;
  @Field(() => BandEnum, { nullable: true, description: "四个以上单位有名次才分 · null of fewer than four" })
  band!: keyof typeof BandEnum | null;
  @Field(() => Int, { description: "组内其他单位数 · The others of its group" }) peers!: number;
  @Field(() => Int, { description: "其中有名次的 · How many of them are ranked" }) rankedPeers!: number;
  @Field(() => RankChangeType, {
    nullable: true,
    description: "上年无名次的为空 · null without a rank the year before",
  })
  rankChange!: RankChangeType | null;
  @Field(() => OutlierScoreType, {
    nullable: true,
    description: "与可比组相比；MAD 为 0 时为空 · Against its group; null where the MAD is 0",
  })
  againstGroup!: OutlierScoreType | null;
  @Field(() => OutlierScoreType, {
    nullable: true,
    description:
      "与本单位以往年度相比；不足三年为空 · Against its own years before; null of fewer than three",
  })
  againstHistory!: OutlierScoreType | null;
  @Field(() => [SeriesPointType], {
    description: "历年，由早到晚 · The years that it reported, oldest first",
  })
  series!: readonly SeriesPointType[];
}

@ObjectType("RankedReports", {
  simpleResolvers: true,
  description: "公平排名 · A ranking among comparable units",
})
export class RankedReportsType {
  @Field(() => IndicatorType) indicator!: IndicatorType;
  @Field(() => Int) year!: number;
  @Field(() => PeerGroupEnum) group!: keyof typeof PeerGroupEnum;
  @Field(() => Int, { description: "比率的最小分母 · The smallest base that a rate is ranked by" })
  minimumBase!: number;
  @Field(() => Int, {
    description: "有名次的单位数，含 top 之外的 · How many are ranked, those beyond top too",
  })
  ranked!: number;
  @Field(() => Int, { description: "因 top 而未列出的单位数 · How many rows `top` leaves out" })
  beyond!: number;
  @Field(() => [RankedReportType], {
    description: "按名次，无名次的在最后 · By rank; last those without one",
  })
  rows!: readonly RankedReportType[];
  @Field(() => CoverageType) coverage!: CoverageType;
}
