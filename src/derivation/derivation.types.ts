import { Field, InputType, Int, ObjectType } from "type-graphql";
import { MutationInput } from "../platform/graphql/mutation.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import type { ReportScope } from "../reports/index.js";
import { AnnualReportType, ReportCellType, ReportScopeEnum } from "../reports/api.js";
import { LedgerFeedType } from "./ledger-feed.types.js";

@InputType({ description: "deriveReport 的内容 · What deriveReport takes" })
export class DeriveReportInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Int, { description: "年度 · The report's year" }) year!: number;
  @Field(() => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope?: ReportScope | null;
  @Field(() => Int, { nullable: true, description: "报告已存在时必填 · Needed once the report exists" })
  expectedRevision?: number | null;
}

@ObjectType("DeriveReportPayload", { simpleResolvers: true })
export class DeriveReportPayloadType {
  @Field(() => AnnualReportType, { nullable: true }) report!: AnnualReportType | null;
  @Field(() => [ReportCellType], {
    description: "数值有变化的单元格，含合计 · The cells whose value changed, totals among them",
  })
  changed!: ReportCellType[];
  @Field(() => [LedgerFeedType], {
    description:
      "哪些台账生成了单元格、哪些没有；本级汇总为空列表 · Which parts of the ledgers fed cells, and which did not; none for a 本级汇总",
  })
  feeds!: LedgerFeedType[];
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
