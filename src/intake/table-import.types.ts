import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { MutationInput } from "../platform/graphql/mutation.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { RowProblemType } from "../units/api.js";
import { TABLE_IMPORTS, type TableKind } from "./table-imports.data.js";

export const TableKindEnum = enumOf<TableKind>(
  "TableKind",
  "可以整表导入的台账和目录 · What may be brought in as a table",
  Object.fromEntries(
    Object.entries(TABLE_IMPORTS).map(([kind, { name }]) => [kind, `${name.zh} · ${name.en}`]),
  ) as Record<TableKind, string>,
);

@InputType({
  description:
    "importTable 的内容。列名见 /templates/disclosures.xlsx 等模板，次序不拘，中英文皆可；最多 1000 行 · What importTable takes. The columns are those of the templates, /templates/disclosures.xlsx and so on, in any order; at most 1,000 rows",
})
export class ImportTableInput extends MutationInput {
  @Field(() => TableKindEnum, { description: "导入到哪里 · What the rows become" }) kind!: TableKind;
  @Field(() => ID, { description: "POST /uploads 返回的 id · The id that POST /uploads answered" })
  uploadId!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "只预览，不存入 · Only tell what would be done",
  })
  preview!: boolean;
}

@ObjectType("ImportTablePayload", {
  simpleResolvers: true,
  description: "整表导入的结果 · What came of a table",
})
export class ImportTablePayloadType {
  @Field(() => Boolean, { description: "是否已存入 · Was it stored, and not only looked at?" })
  done!: boolean;
  @Field(() => Int, { description: "没有问题的行数 · Rows without a problem of their own" }) rows!: number;
  @Field(() => [RowProblemType], {
    description:
      "文件中的问题，按行，最多 200 个；有一处即全部不存 · Problems by row, at most 200: one keeps all of it from being stored",
  })
  rowProblems!: readonly RowProblemType[];
  @Field(() => [ProblemType], { description: "其他问题 · Other problems" }) problems!: readonly ProblemType[];
}
