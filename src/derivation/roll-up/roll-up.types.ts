import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { UnitType } from "../../units/api.js";
import { AnnualReportType } from "../../reports/api.js";

@ObjectType("Completeness", {
  simpleResolvers: true,
  description:
    "完整性：逐级到最基层单位，included 加 missing 等于 expected · Which units' own reports are in it, through every level",
})
export class CompletenessType {
  @Field(() => Int, { description: "应计入的单位数 · Units that should be in it" }) expected!: number;
  @Field(() => Int, { description: "已计入的单位数 · Units that are" }) included!: number;
  @Field(() => [UnitType], { description: "未计入的单位 · Units that are not" })
  missing!: readonly UnitType[];
}

@ObjectType("RollUp", {
  simpleResolvers: true,
  description:
    "本级汇总的范围：谁已计入、谁缺报 · What a 本级汇总 is made of, as the members' reports stand now",
})
export class RollUpType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "最近一次汇总；空同 amended · When it was last added up; null as `amended`",
  })
  derivedAt!: string | null;
  @Field(() => Int, { description: "应计入单位数 · Members" }) expected!: number;
  @Field(() => Int, { description: "已有报送版本 · Members with a version that counts" }) included!: number;
  @Field(() => [UnitType], {
    description: "缺报，或其本级汇总为空 · Without one, or with a 本级汇总 that has nothing in it",
  })
  missing!: readonly UnitType[];
  @Field(() => CompletenessType, {
    description:
      "逐级到最基层单位的完整性，按成员现有版本 · Through every level, as the members' reports stand now",
  })
  leaves!: CompletenessType;
  @Field(() => [UnitType], { description: "尚未发布 · Included, not yet published" })
  provisional!: readonly UnitType[];
  @Field(() => [UnitType], {
    nullable: true,
    description:
      "汇总后有变化，须重新汇总；空：从未汇总，或查询人不可见 · Whose newest version is not the one that was added up; null: never added up, or not for the caller to see",
  })
  amended!: readonly UnitType[] | null;
  @Field(() => [String], { description: "成员所用格式 · The members' forms" }) formats!: readonly string[];
}

@ObjectType("CellMember", {
  simpleResolvers: true,
  description: "汇总单元格的组成 · One member's part of a cell of a 本级汇总",
})
export class CellMemberType {
  @Field(() => UnitType) unit!: UnitType;
  @Field(() => AnnualReportType, {
    nullable: true,
    description: "计入的报告；空：缺报 · The report that counts; null: none yet",
  })
  report!: AnnualReportType | null;
  @Field(() => DecimalScalar, { nullable: true }) value!: string | null;
}
