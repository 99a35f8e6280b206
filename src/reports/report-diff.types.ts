import { Field, ObjectType } from "type-graphql";
import { IndicatorType } from "../forms/api.js";
import type { SectionKey } from "../forms/index.js";
import { enumOf } from "../platform/graphql/enum.js";
import { DecimalScalar } from "../platform/graphql/scalars.js";
import { ReportVersionType, SectionKeyEnum } from "./report.types.js";

export const SentenceChangeEnum = enumOf("SentenceChange", "句子的变化 · What became of a sentence", {
  KEPT: "未变 · In both texts",
  REMOVED: "删去 · In the earlier text only",
  ADDED: "增加 · In the later text only",
});

@ObjectType("CellDiff", {
  simpleResolvers: true,
  description: "数值不同的单元格 · A cell whose value differs between two states of a report",
})
export class CellDiffType {
  @Field(() => IndicatorType, { description: "指标 · The cell's indicator" }) indicator!: IndicatorType;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "前值，单位同指标；空：未填，不等于 0 · The value in `from`, in the indicator's unit; null: blank",
  })
  before!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "后值，单位同指标；空：未填，不等于 0 · The value in `to`, in the indicator's unit; null: blank",
  })
  after!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "后值减前值；有一个未填则为空 · `after` less `before`; null where one of them is blank",
  })
  change!: string | null;
}

@ObjectType("SentenceDiff", {
  simpleResolvers: true,
  description: "一句话及其变化 · One sentence, and what became of it",
})
export class SentenceDiffType {
  @Field(() => SentenceChangeEnum, { description: "变化 · What became of the sentence" })
  change!: "KEPT" | "REMOVED" | "ADDED";
  @Field(() => String, {
    description: "原文，含句末标点和换行 · The sentence as it was written, with its stop and line end",
  })
  text!: string;
}

@ObjectType("SectionDiff", {
  simpleResolvers: true,
  description:
    "文字不同的部分：KEPT 与 REMOVED 依次相连即前文，KEPT 与 ADDED 即后文 · A section whose text differs: KEPT and REMOVED in order are the earlier text, KEPT and ADDED the later one",
})
export class SectionDiffType {
  @Field(() => SectionKeyEnum, { description: "文字部分 · Which section" }) key!: SectionKey;
  @Field(() => String, { description: "标题 · The section's heading on the form" }) heading!: string;
  @Field(() => [SentenceDiffType], {
    description: "前后两文逐句对照 · Both texts laid over each other, sentence by sentence",
  })
  sentences!: SentenceDiffType[];
}

@ObjectType("ReportDiff", {
  simpleResolvers: true,
  description: "年报两稿的差异 · What differs between two states of a report",
})
export class ReportDiffType {
  @Field(() => ReportVersionType, { description: "前一稿 · The version that is compared with" })
  from!: ReportVersionType;
  @Field(() => ReportVersionType, {
    nullable: true,
    description: "后一稿；空：工作稿 · The version that is compared; null: the working copy",
  })
  to!: ReportVersionType | null;
  @Field(() => [CellDiffType], {
    description:
      "数值不同的单元格，按表内顺序，含合计 · Cells that differ, in the order of the form, totals among them",
  })
  cells!: CellDiffType[];
  @Field(() => [SectionDiffType], {
    description: "文字不同的部分，按格式顺序 · Sections that differ, in the order of the form",
  })
  sections!: SectionDiffType[];
}
