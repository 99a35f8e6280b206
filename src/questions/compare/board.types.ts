import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.js";
import { ReportStatusEnum } from "../../reports/api.js";
import type { ReportStatus } from "../../reports/index.js";
import { TreeTimeEnum, UnitType, type TreeTime } from "../../units/api.js";
import { CoverageType } from "./comparison.types.js";

@ObjectType("ReminderDates", {
  simpleResolvers: true,
  description:
    "催报的日程，按现行期限和设置（reminders.*）以工作日推算 · When a unit is reminded of its report: by its due date and the settings reminders.*, in working days",
})
export class ReminderDatesType {
  @Field(() => DateScalar, { description: "首次催报 · First reminder" }) readonly firstOn!: string;
  @Field(() => DateScalar, { description: "再次催报 · Second reminder" }) readonly secondOn!: string;
  @Field(() => DateScalar, {
    description: "仍未报送的，通报 · Public notice of whoever has not filed even then",
  })
  readonly noticeOn!: string;
}

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
  @Field(() => Boolean, {
    description:
      "已发布，更正正在进行；status 仍为 PUBLISHED · Published, and a correction is under way; the status stays PUBLISHED",
  })
  readonly correctionUnderWay!: boolean;
  @Field(() => DateScalar, {
    description:
      "现行报送期限：退回时另定的，否则首次报送的 · When it is due: the date of its return, else the first one",
  })
  readonly dueOn!: string;
  @Field(() => DateScalar, { description: "首次报送的期限 · When it was first due" })
  readonly firstDueOn!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: "最近一次报送 · When it was last submitted" })
  readonly submittedAt!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "首次报送按首次期限，退回后再报按退回时所定期限；期限已过而未报为 false；未到期，或查询人不可见，为空 · The first submission by its date, each later one by that of its return; false once a date has passed without it; null: not due yet, or not for the caller to see",
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
  @Field(() => TreeTimeEnum, {
    description: "按何时的隶属关系统计 · Below whom units that were moved are counted",
  })
  readonly tree!: TreeTime;
  @Field(() => CoverageType) readonly coverage!: CoverageType;
  @Field(() => [FilingType], {
    description: "应计单位，按单位次序 · Who must file, or has filed all the same, in tree order",
  })
  readonly filings!: readonly FilingType[];
}
