import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { DateScalar, DecimalScalar } from "../platform/graphql/scalars.js";
import { UnitType } from "../units/api.js";
import type { SectionKey } from "../forms/index.js";
import type { FindingStatus } from "./finding.entity.js";
import { FindingStatusEnum, FindingType } from "./finding.types.js";
import type { ReportScope } from "./report-status.js";
import { AnnualReportType, ReportScopeEnum, SectionKeyEnum } from "./report.types.js";

const KEY =
  "幂等键：七日内重发同一请求不会重复办理 · The same key and input again, within seven days, answers the first result";
const REVISION = "所依据的修订号 · The revision that the change is based on";

@InputType({
  description:
    "单元格：value 为空即清空；未填的合计自动计算，填了的合计照填并核对 · null blanks the cell; a total never given is computed, one that was given stays and is checked",
})
export class CellInput {
  @Field(() => String) code!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: "只说明差异时可不给 · May be left out where only difference is given",
  })
  value?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "与台账不一致的理由，最多 500 字；null 即撤去 · Why it differs from the ledgers, at most 500 characters; null takes it away",
  })
  difference?: string | null;
}

@InputType()
export class SectionInput {
  @Field(() => SectionKeyEnum) key!: SectionKey;
  @Field(() => String) body!: string;
}

@InputType()
export class SaveReportInput {
  @Field(() => String) unitCode!: string;
  @Field(() => Int) year!: number;
  @Field(() => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope?: ReportScope | null;
  @Field(() => [CellInput], { nullable: true }) cells?: CellInput[] | null;
  @Field(() => [SectionInput], { nullable: true }) sections?: SectionInput[] | null;
  @Field(() => DateScalar, { nullable: true }) signedOn?: string | null;
  @Field(() => Int, { nullable: true, description: "报告已存在时必填 · Needed once the report exists" })
  expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
export class ReportActionInput {
  @Field(() => ID) reportId!: string;
  @Field(() => Int, { description: REVISION }) expectedRevision!: number;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
export class ReturnReportInput {
  @Field(() => ID) reportId!: string;
  @Field(() => Int, { description: REVISION }) expectedRevision!: number;
  @Field(() => String, { description: "退回理由 · Why" }) reason!: string;
  @Field(() => [String], {
    nullable: true,
    description: "只开放这些单元格；不给则全部开放 · The cells it opens; none: all",
  })
  cells?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: "重新报送期限 · When it is due again" }) dueOn?:
    string | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
export class ExplainFindingInput {
  @Field(() => ID) findingId!: string;
  @Field(() => FindingStatusEnum) status!: FindingStatus;
  @Field(() => String) explanation!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "报告的修订号；给出时，数值已变则不予说明 · The report's revision: refused when its values have changed since",
  })
  expectedRevision?: number | null;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType({ description: "对一条疑点的说明 · What is said of one of several findings" })
export class FindingExplanationInput {
  @Field(() => ID) findingId!: string;
  @Field(() => FindingStatusEnum) status!: FindingStatus;
  @Field(() => String) explanation!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "报告的修订号；给出时，数值已变则不予说明 · The report's revision: refused when its values have changed since",
  })
  expectedRevision?: number | null;
}

@InputType({
  description: "一次说明多条疑点，全部成功或全部不办 · Several findings at once: all of them or none",
})
export class ExplainFindingsInput {
  @Field(() => [FindingExplanationInput], { description: "1 至 500 条 · 1 to 500 of them" })
  findings!: FindingExplanationInput[];
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@InputType()
export class SetFilingDeadlineInput {
  @Field(() => String, { description: "政府代码 · Code of the government" }) under!: string;
  @Field(() => Int) year!: number;
  @Field(() => DateScalar) dueOn!: string;
  @Field(() => String, { nullable: true, description: KEY }) idempotencyKey?: string | null;
}

@ObjectType("SaveReportPayload", { simpleResolvers: true })
export class SaveReportPayloadType {
  @Field(() => AnnualReportType, { nullable: true }) report!: AnnualReportType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("ReportPayload", { simpleResolvers: true })
export class ReportPayloadType {
  @Field(() => AnnualReportType, { nullable: true }) report!: AnnualReportType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("ExplainFindingPayload", { simpleResolvers: true })
export class ExplainFindingPayloadType {
  @Field(() => FindingType, { nullable: true }) finding!: FindingType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("ExplainFindingsPayload", { simpleResolvers: true })
export class ExplainFindingsPayloadType {
  @Field(() => [FindingType], {
    nullable: true,
    description: "与输入同序；有问题时为空 · In the order of the input; null where there are problems",
  })
  findings!: FindingType[] | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("FilingDeadlinePayload", { simpleResolvers: true })
export class FilingDeadlinePayloadType {
  @Field(() => UnitType, { nullable: true }) unit!: UnitType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
