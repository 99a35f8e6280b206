import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.js";
import { ReportStatusEnum, type ReportStatus } from "../reports/index.js";
import { UnitType } from "../units/index.js";
import { CoverageType } from "./comparison.types.js";

@ObjectType("Filing", {
  simpleResolvers: true,
  description: "一个单位的报送情况 · How far one unit's report has come, as far as the caller may see",
})
export class FilingType {
  @Field(() => UnitType) readonly unit!: UnitType;
  @Field(() => ReportStatusEnum, {
    nullable: true,
    description: "空：没有，或查询人不可见 · null: none, or none that the caller may see",
  })
  readonly status!: ReportStatus | null;
  @Field(() => DateScalar, { description: "报送期限 · When it is due" }) readonly dueOn!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: "最近一次报送 · When it was last submitted" })
  readonly submittedAt!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "首次报送是否按时；未报送或已退回为空 · Was it first submitted in time? null: not submitted, or sent back",
  })
  readonly onTime!: boolean | null;
  @Field(() => Int, { description: "未消除的错误 · Errors that still block it" })
  readonly openErrors!: number;
  @Field(() => Int, { description: "未说明的警告 · Warnings without a reason" })
  readonly openWarnings!: number;
}

@ObjectType("FilingBoard", {
  simpleResolvers: true,
  description: "报送一览：谁报了，谁没报 · Which units have filed for a year",
})
export class FilingBoardType {
  @Field(() => Int) readonly year!: number;
  @Field(() => CoverageType) readonly coverage!: CoverageType;
  @Field(() => [FilingType], { description: "应报单位，按单位次序 · Who must file, in tree order" })
  readonly filings!: readonly FilingType[];
}
