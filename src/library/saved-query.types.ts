import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { PageInfoType } from "../platform/graphql/paging.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import { described } from "../records/index.js";
import type { SavedQuery } from "./saved-query.read-model.js";
import { VISIBILITIES, type Visibility } from "./saved-query.terms.js";

export const QueryVisibilityEnum = enumOf(
  "QueryVisibility",
  "可见范围 · Who may see and run a saved query; whoever runs it gets what he himself may see",
  described(VISIBILITIES),
);

@ObjectType("SavedQuery", {
  simpleResolvers: true,
  implements: NodeType,
  description: "保存的查询 · A query saved under a name; it runs with the rights of whoever runs it",
})
export class SavedQueryType extends NodeType {
  readonly __typename!: "SavedQuery";
  /** For field resolvers; not part of the API. */
  readonly row!: SavedQuery;
  @Field(() => String) name!: string;
  @Field(() => QueryVisibilityEnum) visibility!: Visibility;
  @Field(() => Int, { description: "最新版本号 · The newest version" }) version!: number;
  @Field(() => String, { description: "查询文本 · The GraphQL document" }) document!: string;
  @Field(() => String, { description: "变量（JSON 对象） · Its variables, a JSON object" })
  variables!: string;
  @Field(() => Boolean, { description: "是否为本人所存 · Is it the caller's own?" }) owner!: boolean;
  @Field(() => String, {
    description:
      "以 GET 取结果的地址：加 .csv、.xlsx 得文件，?version= 指定版本，?var.名称=JSON 替换变量 · Where GET runs it; with .csv or .xlsx as a file, ?version= an earlier one, ?var.<name>=<JSON> with another variable",
  })
  url!: string;
  @Field(() => Int) revision!: number;
}

@ObjectType("SavedQueryVersion", {
  simpleResolvers: true,
  description: "保存的查询的一个版本，不再改变 · What was asked at one time; it never changes",
})
export class SavedQueryVersionType {
  @Field(() => Int) number!: number;
  @Field(() => String) document!: string;
  @Field(() => String) variables!: string;
  @Field(() => Int, { description: "保存时的费用 · What it cost when it was saved" }) cost!: number;
  @Field(() => String) author!: string;
  @Field(() => DateTimeScalar) createdAt!: string;
}

@ObjectType("SavedQueryEdge", { simpleResolvers: true })
export class SavedQueryEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => SavedQueryType) node!: SavedQueryType;
}

@ObjectType("SavedQueryConnection", {
  simpleResolvers: true,
  description: "保存的查询列表（分页） · A page of saved queries",
})
export class SavedQueryConnectionType {
  @Field(() => [SavedQueryEdgeType]) edges!: SavedQueryEdgeType[];
  @Field(() => [SavedQueryType]) nodes!: SavedQueryType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

@InputType()
export class SaveQueryInput {
  @Field(() => ID, { nullable: true, description: "不给则新存一个 · Left out: a new one" })
  queryId?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, {
    nullable: true,
    description: "所属单位代码；新存的须给出，以后不变 · Its unit: needed for a new one, and never changed",
  })
  unitCode?: string | null;
  @Field(() => QueryVisibilityEnum, {
    nullable: true,
    description: "不给则不变，新存的为 PRIVATE · Left out: as before, a new one PRIVATE",
  })
  visibility?: Visibility | null;
  @Field(() => String, { description: "一个查询操作 · A GraphQL document of one query" }) document!: string;
  @Field(() => String, {
    nullable: true,
    description: "变量（JSON 对象）；不给则不变 · A JSON object; left out: as before",
  })
  variables?: string | null;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class DeleteQueryInput {
  @Field(() => ID) queryId!: string;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType("SaveQueryPayload", { simpleResolvers: true })
export class SaveQueryPayloadType {
  @Field(() => SavedQueryType, { nullable: true }) query!: SavedQueryType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("DeleteQueryPayload", { simpleResolvers: true })
export class DeleteQueryPayloadType {
  @Field(() => ID, { nullable: true, description: "已删除的查询 · What was deleted" })
  deletedId!: string | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
