import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { DecimalScalar } from "../platform/graphql/scalars.js";
import type { SectionKey } from "../forms/index.js";
import type { FindingRow, FindingStatus } from "./finding.entity.js";
import { SectionKeyEnum } from "../reports/api.js";
import { IndicatorType } from "../forms/api.js";
import type { Severity } from "../rules/index.js";

export const SeverityEnum = enumOf("Severity", "严重程度 · How much a finding weighs", {
  ERROR: "错误，须更正后方可报送 · Blocks submission",
  WARNING: "警告，须说明 · Needs a reason",
  INFO: "提示 · For information",
});
export const FindingStatusEnum = enumOf("FindingStatus", "疑点状态 · What became of a finding", {
  OPEN: "待处理 · Open",
  EXPLAINED: "已说明 · Explained by the unit",
  ACCEPTED: "已认可 · Accepted by the district office",
  FALSE_ALARM: "误报 · A false alarm, says the district office",
  RESOLVED: "已消除 · The fault is gone",
});

export const FindingsStateEnum = enumOf(
  "FindingsState",
  "疑点是否为最新 · Whether a report's findings are up to date",
  {
    CURRENT: "最新 · As things stand",
    BEING_CHECKED: "正在重新审核 · Something that they rest on has changed, and they are being checked again",
  },
);

@ObjectType("Rule", { simpleResolvers: true, description: "审核规则 · A rule that reports are checked by" })
export class RuleType {
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: "依据 · What it rests on" }) basis!: string | null;
  @Field(() => SeverityEnum) severity!: Severity;
}

@ObjectType("FindingPlace", { simpleResolvers: true })
export class FindingPlaceType {
  @Field(() => IndicatorType) indicator!: IndicatorType;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
}

@ObjectType("Excerpt", {
  simpleResolvers: true,
  description: "正文摘录 · UTF-16 offsets into the section's body",
})
export class ExcerptType {
  @Field(() => SectionKeyEnum) section!: SectionKey;
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
  @Field(() => String) text!: string;
}

@ObjectType("TextReplacement", {
  simpleResolvers: true,
  description:
    "可直接替换的写法 · Other words for a stretch of a section: put in place of characters start to end (UTF-16 offsets), the finding is gone",
})
export class TextReplacementType {
  @Field(() => SectionKeyEnum) section!: SectionKey;
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
  @Field(() => String, { description: "替换后的文字 · What should stand there" }) text!: string;
}

@ObjectType("Finding", {
  simpleResolvers: true,
  implements: NodeType,
  description: "疑点 · What a rule found, and what was said of it",
})
export class FindingType extends NodeType {
  readonly __typename!: "Finding";
  /** For field resolvers; not part of the API. */
  readonly row!: FindingRow;
  @Field(() => RuleType) rule!: RuleType;
  @Field(() => SeverityEnum) severity!: Severity;
  @Field(() => FindingStatusEnum) status!: FindingStatus;
  @Field(() => String, {
    description: "指明表、行、列、两个数值和差 · Names table, row, column, both values, difference",
  })
  message!: string;
  @Field(() => [IndicatorType]) cells!: readonly IndicatorType[];
  @Field(() => [FindingPlaceType], { description: "含年度和数值 · The same with year and value" })
  places!: readonly FindingPlaceType[];
  @Field(() => DecimalScalar, { nullable: true }) expected!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) actual!: string | null;
  @Field(() => ExcerptType, { nullable: true }) excerpt!: ExcerptType | null;
  @Field(() => String, {
    nullable: true,
    description: "算式，如 59 + 876 = 935 ≠ 911 · The arithmetic, where the text contradicts itself",
  })
  arithmetic!: string | null;
  @Field(() => String, { nullable: true, description: "建议的写法 · How the sentence might read" })
  suggestion!: string | null;
  @Field(() => TextReplacementType, {
    nullable: true,
    description:
      "建议的写法中可直接替换的部分；空值：只是建议 · The suggestion as a replacement within the excerpt; null: it is advice only",
  })
  replacement!: TextReplacementType | null;
  @Field(() => String, { nullable: true }) explanation!: string | null;
  @Field(() => String, { nullable: true }) judgement!: string | null;
}

@ObjectType("BlockedByFindings", {
  simpleResolvers: true,
  implements: ProblemType,
  description: "有未处理的疑点 · Findings are in the way of submission",
})
export class BlockedByFindingsType extends ProblemType {
  @Field(() => [FindingType]) findings!: FindingType[];
}
