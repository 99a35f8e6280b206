import { Field, ID, InputType, Int } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { ChangeInput, MutationInput, payloadOf, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { DateScalar, DecimalScalar } from "../platform/graphql/scalars.js";
import { UnitType } from "../units/api.js";
import type { SectionKey } from "../forms/index.js";
import { FindingType } from "./finding.types.js";
import type { ReportScope } from "../reports/index.js";
import { AnnualReportType, ReportScopeEnum, SectionKeyEnum } from "../reports/api.js";

@InputType({
  description:
    "单元格：value 为空即清空；未填的合计自动计算，填了的合计照填并核对 · null blanks the cell; a total never given is computed, one that was given stays and is checked",
})
export class CellInput {
  @Field(() => String, { description: "指标代码 · The indicator's code" }) code!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "数值，单位同指标；null 即清空；只说明差异时可不给 · The value in the indicator's unit; null blanks the cell; left out where only difference is given",
  })
  value?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "与台账不一致的理由，最多 500 字；null 即撤去 · Why it differs from the ledgers, at most 500 characters; null takes it away",
  })
  difference?: string | null;
}

@InputType({ description: "一部分文字 · The text of one section" })
export class SectionInput {
  @Field(() => SectionKeyEnum, { description: "哪一部分 · Which section" }) key!: SectionKey;
  @Field(() => String, {
    description:
      "全文，最多 50,000 字；替换原文 · The whole text, at most 50,000 characters, in place of the one before",
  })
  body!: string;
}

@InputType({
  description: "saveReport 的内容：不给的保持原样 · What saveReport takes; what is left out stays as it is",
})
export class SaveReportInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Int, {
    description: "年度，2019 年起，不晚于今年 · The report's year, from 2019 to this year",
  })
  year!: number;
  @Field(() => ReportScopeEnum, {
    nullable: true,
    defaultValue: "OWN",
    description: "统计口径，不给则为本机关 · What the report covers; left out: the organ alone",
  })
  scope?: ReportScope | null;
  @Field(() => [CellInput], { nullable: true, description: "要改的单元格 · The cells to change" }) cells?:
    CellInput[] | null;
  @Field(() => [SectionInput], { nullable: true, description: "要改的文字 · The sections to change" })
  sections?: SectionInput[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "落款日期；null 即撤去 · Date of signature; null takes it away",
  })
  signedOn?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "所依据的修订号；报告已存在时必填，新建时不给或给 0 · The revision that the change is based on: needed once the report exists; left out or 0 for a new report",
  })
  expectedRevision?: number | null;
}

const REPORT = "年报的全局 ID · Global id of the report";

/** What every step of a report takes. */
@InputType()
abstract class ReportStepInput extends ChangeInput {
  @Field(() => ID, { description: REPORT }) reportId!: string;
}

@InputType()
abstract class CommentedStepInput extends ReportStepInput {
  @Field(() => String, {
    nullable: true,
    description: "备注，最多 2000 字，记入办理记录 · A comment for the record, at most 2000 characters",
  })
  comment?: string | null;
}

/** A report that goes back to its unit, and on which terms. */
@InputType()
abstract class ReopeningInput extends ReportStepInput {
  @Field(() => String, { description: "理由，1 至 2000 字 · Why, in 1 to 2000 characters" }) reason!: string;
  @Field(() => [String], {
    nullable: true,
    description:
      "只开放这些单元格（指标代码）；不给则全部开放 · The cells that are opened, by indicator code; left out: all",
  })
  cells?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "重新报送期限，今天起一年以内 · When the report is due again, within a year from today",
  })
  dueOn?: string | null;
}

@InputType({ description: "requestReview 的内容 · What requestReview takes" })
export class RequestReviewInput extends CommentedStepInput {}

@InputType({ description: "submitReport 的内容 · What submitReport takes" })
export class SubmitReportInput extends CommentedStepInput {}

@InputType({ description: "approveReport 的内容 · What approveReport takes" })
export class ApproveReportInput extends CommentedStepInput {}

@InputType({ description: "publishReport 的内容 · What publishReport takes" })
export class PublishReportInput extends CommentedStepInput {}

@InputType({ description: "returnReport 的内容 · What returnReport takes" })
export class ReturnReportInput extends ReopeningInput {}

@InputType({ description: "reviseReport 的内容 · What reviseReport takes" })
export class ReviseReportInput extends ReopeningInput {}

export type ReportStep = CommentedStepInput | ReopeningInput;

const FINDING = "疑点的全局 ID · Global id of the finding";
const EXPLANATION = "说明，1 至 2000 字 · The explanation, 1 to 2000 characters";
const JUDGEMENT = "判定的理由，1 至 2000 字 · The reason for the judgement, 1 to 2000 characters";
const REVISION_OF_REPORT =
  "疑点所在报告的修订号（Finding.report.revision）；数值已变则为问题 STALE_REVISION · Revision of the finding's report; where its values have changed since, the problem is STALE_REVISION";

export const ExplainedStatusEnum = enumOf("ExplainedStatus", "单位说明后的状态 · Status that the unit sets", {
  OPEN: "待处理：撤去说明 · Open: the explanation is taken back",
  EXPLAINED: "已说明 · Explained",
});
export const JudgedStatusEnum = enumOf(
  "JudgedStatus",
  "主管部门判定后的状态 · Status that the district office sets",
  {
    OPEN: "待处理：退回说明，报送前可用 · Open: the explanation is not accepted; until the report is submitted",
    ACCEPTED: "已认可 · Accepted",
    FALSE_ALARM: "误报 · A false alarm",
  },
);
type ExplainedStatus = keyof typeof ExplainedStatusEnum;
type JudgedStatus = keyof typeof JudgedStatusEnum;

@InputType({
  description: "explainFinding 的内容：单位的说明 · Input of explainFinding: the unit's explanation",
})
export class ExplainFindingInput extends MutationInput {
  @Field(() => ID, { description: FINDING }) findingId!: string;
  @Field(() => ExplainedStatusEnum, { description: "说明后的状态 · The status to set" })
  status!: ExplainedStatus;
  @Field(() => String, { description: EXPLANATION }) explanation!: string;
  @Field(() => Int, { description: REVISION_OF_REPORT }) expectedRevision!: number;
}

@InputType({ description: "单位对一条疑点的说明 · The unit's explanation of one of several findings" })
export class FindingExplanationInput {
  @Field(() => ID, { description: FINDING }) findingId!: string;
  @Field(() => ExplainedStatusEnum, { description: "说明后的状态 · The status to set" })
  status!: ExplainedStatus;
  @Field(() => String, { description: EXPLANATION }) explanation!: string;
  @Field(() => Int, { description: REVISION_OF_REPORT }) expectedRevision!: number;
}

@InputType({
  description:
    "一次说明多条疑点，全部成功或全部不办 · Input of explainFindings: several explanations, all of them or none",
})
export class ExplainFindingsInput extends MutationInput {
  @Field(() => [FindingExplanationInput], { description: "1 至 500 条 · 1 to 500 of them" })
  findings!: FindingExplanationInput[];
}

@InputType({
  description:
    "judgeFinding 的内容：主管部门的判定 · Input of judgeFinding: the judgement of the district office",
})
export class JudgeFindingInput extends MutationInput {
  @Field(() => ID, { description: FINDING }) findingId!: string;
  @Field(() => JudgedStatusEnum, { description: "判定后的状态 · The status to set" }) status!: JudgedStatus;
  @Field(() => String, { description: JUDGEMENT }) judgement!: string;
  @Field(() => Int, { description: REVISION_OF_REPORT }) expectedRevision!: number;
}

@InputType({
  description: "主管部门对一条疑点的判定 · The district office's judgement of one of several findings",
})
export class FindingJudgementInput {
  @Field(() => ID, { description: FINDING }) findingId!: string;
  @Field(() => JudgedStatusEnum, { description: "判定后的状态 · The status to set" }) status!: JudgedStatus;
  @Field(() => String, { description: JUDGEMENT }) judgement!: string;
  @Field(() => Int, { description: REVISION_OF_REPORT }) expectedRevision!: number;
}

@InputType({
  description:
    "一次判定多条疑点，全部成功或全部不办 · Input of judgeFindings: several judgements, all of them or none",
})
export class JudgeFindingsInput extends MutationInput {
  @Field(() => [FindingJudgementInput], { description: "1 至 500 条 · 1 to 500 of them" })
  findings!: FindingJudgementInput[];
}

@InputType({ description: "setFilingDeadline 的内容 · What setFilingDeadline takes" })
export class SetFilingDeadlineInput extends MutationInput {
  @Field(() => String, { description: "政府代码 · Code of the government" }) under!: string;
  @Field(() => Int, { description: "年度 · The year of the reports" }) year!: number;
  @Field(() => DateScalar, {
    description: "报送期限，次年 1 月 1 日至 31 日 · The date, from 1 to 31 January of the year after",
  })
  dueOn!: string;
}

const report = () => AnnualReportType;

export const SaveReportPayload = payloadOf("SaveReport", { report });
export const RequestReviewPayload = payloadOf("RequestReview", { report });
export const SubmitReportPayload = payloadOf("SubmitReport", { report });
export const ReturnReportPayload = payloadOf("ReturnReport", { report });
export const ApproveReportPayload = payloadOf("ApproveReport", { report });
export const PublishReportPayload = payloadOf("PublishReport", { report });
export const ReviseReportPayload = payloadOf("ReviseReport", { report });
export type ReportPayload = PayloadOf<typeof SaveReportPayload>;

const finding = () => FindingType;
const findings = {
  type: () => [FindingType] as const,
  description: "与输入同序；有问题时为空 · In the order of the input; null where there are problems",
};
export const ExplainFindingPayload = payloadOf("ExplainFinding", { finding });
export const ExplainFindingsPayload = payloadOf("ExplainFindings", { findings });
export const JudgeFindingPayload = payloadOf("JudgeFinding", { finding });
export const JudgeFindingsPayload = payloadOf("JudgeFindings", { findings });
export const SetFilingDeadlinePayload = payloadOf("SetFilingDeadline", { unit: () => UnitType });
