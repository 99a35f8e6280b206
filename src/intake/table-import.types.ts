import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import { described } from "../records/index.js";
import { RowProblemType } from "../units/api.js";
import { TABLE_IMPORT_STATES, type TableImportRow, type TableImportState } from "./table-import.entity.js";
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
    "importTable 的内容。列名见 /templates/disclosures.xlsx 等模板，次序不拘，中英文皆可；最多 1000 行，更多的用 startTableImport · What importTable takes. The columns are those of the templates, /templates/disclosures.xlsx and so on, in any order; at most 1,000 rows: startTableImport takes more",
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

export const TableImportStateEnum = enumOf<TableImportState>(
  "TableImportState",
  "整表导入的进展 · How far an import of a table is",
  described(TABLE_IMPORT_STATES),
);

@ObjectType("TableImport", {
  implements: NodeType,
  simpleResolvers: true,
  description:
    "后台进行的整表导入，用 node 查询进展；服务器重启后自动继续 · An import of a table in the background: poll it by node; it goes on after a restart of the server",
})
export class TableImportType implements NodeType {
  readonly __typename = "TableImport";
  readonly row!: TableImportRow;
  @Field(() => ID) id!: string;
  @Field(() => TableKindEnum, { description: "导入到哪里 · What the rows become" }) kind!: TableKind;
  @Field(() => Boolean, { description: "只检查，不存入 · Only checked, not stored" }) preview!: boolean;
  @Field(() => TableImportStateEnum, { description: "进展 · How far it is" }) state!: TableImportState;
  @Field(() => String, { description: "文件名 · The file's name" }) fileName!: string;
  @Field(() => String, { description: "文件的 SHA-256，十六进制 · The file's SHA-256 in hexadecimal" })
  sha256!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "文件的行数（不含表头），读完才知道 · Rows of the file without its header; null until it is read",
  })
  rowCount!: number | null;
  @Field(() => Int, { description: "已检查的行数 · Rows that are checked" }) rowsRead!: number;
  @Field(() => Int, {
    description:
      "已写入的行数；全部写入后一次可见 · Rows that are entered: nobody sees them until all appear at once",
  })
  rowsWritten!: number;
  @Field(() => Int, {
    description:
      "问题总数；列满 200 项后，其余各行只核对格式，不再逐行试存 · How many problems there are; once 200 are listed, the other rows are checked for their form alone, and no longer tried on the ledger",
  })
  problemCount!: number;
  @Field(() => [RowProblemType], {
    description: "文件中的问题，按行，最多 200 个 · Problems by row, at most 200",
  })
  rowProblems!: readonly RowProblemType[];
  @Field(() => String, { description: "由谁发起 · Who started it" }) startedBy!: string;
  @Field(() => DateTimeScalar, { description: "发起时间 · When it was started" }) startedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: "结束时间 · When it ended" }) endedAt!:
    string | null;
}

@InputType({
  description:
    "startTableImport 的内容；与 importTable 相同，最多 50000 行，在后台进行 · What startTableImport takes: as importTable, at most 50,000 rows, in the background",
})
export class StartTableImportInput extends MutationInput {
  @Field(() => TableKindEnum, { description: "导入到哪个台账 · The ledger" }) kind!: TableKind;
  @Field(() => ID, { description: "POST /uploads 返回的 id · The id that POST /uploads answered" })
  uploadId!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "只检查，不存入 · Only check it, and store nothing",
  })
  preview!: boolean;
}

@InputType({ description: "cancelTableImport 的内容 · What cancelTableImport takes" })
export class CancelTableImportInput extends MutationInput {
  @Field(() => ID, { description: "整表导入的 id · The import" }) tableImportId!: string;
}

export const StartTableImportPayload = payloadOf("StartTableImport", { tableImport: () => TableImportType });
export const CancelTableImportPayload = payloadOf("CancelTableImport", {
  tableImport: () => TableImportType,
});
