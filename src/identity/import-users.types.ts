import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { Role } from "../access/index.js";
import { MutationInput } from "../platform/graphql/mutation.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { RoleEnum } from "./user.types.js";

@InputType({ description: "批量新建用户 · Users to be added from a table" })
export class ImportUsersInput extends MutationInput {
  @Field(() => String, {
    description:
      "CSV 文本，第一行为表头：登录名、姓名、单位代码、角色（可多个，用顿号分隔）、初始密码（空则生成） · .csv text with a header: login, displayName, unitCode, roles (several with a comma), password (generated where empty)",
  })
  csv!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "预览：逐行检查，不写入 · A preview: checks every row, and writes nothing",
  })
  preview?: boolean | null;
}

@ObjectType("ImportedUser", {
  simpleResolvers: true,
  description: "批量新建的一个用户 · A user of an import",
})
export class ImportedUserType {
  @Field(() => Int, { description: "表中行号（表头为 1） · The row in the table; the header is 1" })
  row!: number;
  @Field(() => String, { description: "登录名 · Login" }) login!: string;
  @Field(() => String, { description: "姓名 · Name as shown" }) displayName!: string;
  @Field(() => String, { description: "单位代码 · Code of the unit" }) unitCode!: string;
  @Field(() => [RoleEnum], { description: "角色 · Roles at that unit" }) roles!: readonly Role[];
  @Field(() => String, {
    nullable: true,
    description:
      "生成的初始密码，只显示这一次；表中已给或预览时为空 · The first password that was generated, shown this once; null where the table gave one, and in a preview",
  })
  password!: string | null;
}

@ObjectType("ImportUsersPayload", {
  simpleResolvers: true,
  description:
    "批量新建的结果：全部成功或全部不写入；problems 的 path 为 input、csv、行号、列名 · All or none; a problem's path is input, csv, row, column",
})
export class ImportUsersPayloadType {
  @Field(() => [ImportedUserType], {
    nullable: true,
    description:
      "新建的（预览时为将要新建的）用户；有问题时为空 · The users added, or to be; null with problems",
  })
  users!: readonly ImportedUserType[] | null;
  @Field(() => [ProblemType], { description: "逐行逐列的问题 · What is wrong, by row and column" })
  problems!: ProblemType[];
}
