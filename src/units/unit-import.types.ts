import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MutationInput } from "../platform/graphql/mutation.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { UnitChangeType } from "./unit-life.types.js";

export const ImportedActionEnum = { CREATE: "CREATE", CHANGE: "CHANGE", NONE: "NONE" } as const;
registerEnumType(ImportedActionEnum, {
  name: "ImportedAction",
  description: "导入的一行如何处理 · What becomes of one row of a file",
  valuesConfig: {
    CREATE: { description: "新设 · It is made" },
    CHANGE: { description: "更改 · It is changed" },
    NONE: { description: "与登记的相同 · It says what the register says" },
  },
});

@InputType({
  description:
    "从 .csv 文字批量登记单位。列：代码、全称、简称、类别、上级代码、设立日期、编制年报、别名（以、分隔）、统一社会信用代码，列名中英文皆可；代码、全称、类别必填，空格即不改；全部成功或全部不动 · Units out of pasted .csv text, headed in Chinese or English: code, name, shortName, kind, parentCode, establishedOn, filesReport, aliases, creditCode. An empty cell changes nothing. All of it or nothing",
})
export class ImportUnitsInput extends MutationInput {
  @Field(() => String, {
    description:
      "UTF-8 的 .csv 文字，首行为表头，最多 1000 行 · UTF-8 text of a .csv file, the header first, at most 1000 rows",
  })
  csv!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "只预览，不登记 · Only tell what would be done",
  })
  preview!: boolean;
}

@ObjectType("ImportedUnit", { simpleResolvers: true, description: "导入的一行 · One row of a file" })
export class ImportedUnitType {
  @Field(() => Int, { description: "行号，表头为第 1 行 · Its row, the header being row 1" }) row!: number;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) code!: string;
  @Field(() => String, { description: "全称 · Full name" }) name!: string;
  @Field(() => ImportedActionEnum, { description: "处理 · What becomes of it" })
  action!: keyof typeof ImportedActionEnum;
  @Field(() => [UnitChangeType], { description: "更改的项目 · What is changed" })
  changes!: readonly UnitChangeType[];
}

@ObjectType("RowProblem", {
  simpleResolvers: true,
  description: "文件中一处有误 · What is wrong in one place of a file",
})
export class RowProblemType {
  @Field(() => Int, { description: "行号，表头为第 1 行 · Its row, the header being row 1" }) row!: number;
  @Field(() => String, {
    nullable: true,
    description:
      "列名，与表头一致；空：整行或整个文件 · The column as the header calls it; null: the row or the file as a whole",
  })
  column!: string | null;
  @Field(() => String, { description: "说明 · What is wrong" }) message!: string;
}

@ObjectType("ImportUnitsPayload", { simpleResolvers: true })
export class ImportUnitsPayloadType {
  @Field(() => Boolean, { description: "是否已登记 · Was it done, and not only looked at?" }) done!: boolean;
  @Field(() => [ImportedUnitType], { description: "可以处理的各行 · The rows that can be done" })
  rows!: readonly ImportedUnitType[];
  @Field(() => [RowProblemType], {
    description:
      "文件中的问题，有一处即全部不登记 · What is wrong in the file: one keeps all of it from being done",
  })
  rowProblems!: readonly RowProblemType[];
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
