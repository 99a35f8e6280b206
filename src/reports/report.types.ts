import type { Figures, SectionKey } from "../forms/index.js";
import { IndicatorType, ReportFormatType } from "../forms/api.js";
import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../platform/graphql/scalars.js";
import type { CellSource } from "./report.entity.js";
import type { ReportScope, ReportStatus } from "./report-status.js";
import type { CellHome, ReportView } from "./report.view.js";
import type { VersionHead } from "./report.read-model.js";
import { connectionTypeOf } from "../platform/graphql/paging.types.js";

export const ReportStatusEnum = enumOf("ReportStatus", "报告状态 · Where a report stands", {
  DRAFT: "草稿 · Being drafted",
  UNDER_REVIEW: "单位审核中 · With the unit's reviewer",
  SUBMITTED: "已报送 · With the district office",
  RETURNED: "已退回 · Sent back for correction",
  APPROVED: "已审定 · Approved",
  PUBLISHED: "已发布 · Published",
});
export const ReportStageEnum = enumOf(
  "ReportStage",
  "计入统计的阶段；已退回的报告在重新报送前不计入 · The statuses in which a version counts; a RETURNED one counts nowhere until it is submitted again",
  { SUBMITTED: "已报送", APPROVED: "已审定", PUBLISHED: "已发布" },
);
export const ReportScopeEnum = enumOf("ReportScope", "统计口径 · What a report covers", {
  OWN: "本机关 · The organ alone",
  SYSTEM: "本级汇总 · The organ with everything below it",
});
export const SectionKeyEnum = enumOf("SectionKey", "文字部分 · The sections of text", {
  INTRODUCTION: "引言 · Opening paragraph",
  OVERVIEW: "一、总体情况 · Overview",
  PROBLEMS: "五、存在的主要问题及改进情况 · Problems and improvements",
  OTHER_MATTERS: "六、其他需要报告的事项 · Other matters",
});
export const CellSourceEnum = enumOf("CellSource", "数据来源 · Where a cell's value comes from", {
  ENTERED: "手工填报 · Entered by hand",
  LEDGER: "台账生成 · From the ledgers",
  NONE_STATED: "声明无此类事项 · 0, as somebody stated by name that there was none",
  IMPORTED: "导入 · Imported",
  COMPUTED: "自动合计 · A total that was computed",
});

@ObjectType("ReportCell", {
  simpleResolvers: true,
  implements: NodeType,
  description: "单元格 · A cell of a report",
})
export class ReportCellType extends NodeType {
  readonly __typename!: "ReportCell";
  @Field(() => IndicatorType) indicator!: IndicatorType;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "空：未填，不等于 0 · null: blank, which is not 0",
  })
  value!: string | null;
  @Field(() => CellSourceEnum) source!: CellSource;
  /** For field resolvers; not part of the API. */
  readonly home!: CellHome;
}

@ObjectType("ReportSection", { simpleResolvers: true })
export class ReportSectionType {
  @Field(() => SectionKeyEnum) key!: SectionKey;
  @Field(() => String) heading!: string;
  @Field(() => String) body!: string;
}

@ObjectType("ReportVersion", {
  simpleResolvers: true,
  implements: NodeType,
  description: "报送版本，内容不可更改 · What was submitted; its figures and texts never change",
})
export class ReportVersionType extends NodeType {
  readonly __typename!: "ReportVersion";
  readonly head!: VersionHead;
  @Field(() => Int) number!: number;
  @Field(() => ReportStatusEnum) status!: ReportStatus;
  @Field(() => DateTimeScalar) submittedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: string | null;
  @Field(() => Boolean, {
    description:
      "同一人办理：编报与报送，或报送与审定，由同一人办理 · One person drafted and submitted it, or submitted and approved it",
  })
  samePerson!: boolean;
}

export const ReportVersionConnectionType = connectionTypeOf(
  "ReportVersion",
  () => ReportVersionType,
  "报送版本（分页） · A page of a report's versions",
);

@ObjectType("AnnualReport", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "政府信息公开工作年度报告（条例 §50） · A unit's annual report, as far as the caller may see it: the working copy, or its newest version",
})
export class AnnualReportType extends NodeType {
  readonly __typename!: "AnnualReport";
  /** For field resolvers; not part of the API. */
  readonly view!: ReportView;
  readonly figures!: () => Figures;
  @Field(() => Int) year!: number;
  @Field(() => ReportScopeEnum) scope!: ReportScope;
  @Field(() => ReportFormatType) format!: ReportFormatType;
  @Field(() => ReportStatusEnum) status!: ReportStatus;
  @Field(() => Int, { description: "修订号，修改时须带上 · Given back as expectedRevision" })
  revision!: number;
  @Field(() => DateScalar, { nullable: true, description: "落款日期 · Date of signature" }) signedOn!:
    string | null;
  @Field(() => DateScalar, {
    description:
      "报送期限：主管部门所定，否则 1 月 31 日（汇总 3 月 31 日，条例 §49） · The district's own date, else the statute's",
  })
  dueOn!: string;
  @Field(() => DateTimeScalar, { nullable: true }) submittedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt!: string | null;
}
