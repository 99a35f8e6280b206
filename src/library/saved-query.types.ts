import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { JsonScalar } from "../platform/graphql/json.scalar.js";
import {
  ChangeInput,
  EXPECTED_REVISION,
  MutationInput,
  payloadOf,
} from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { connectionTypeOf, ORDER_BY, PageInfoType, ShortPageArgs } from "../platform/graphql/paging.types.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import { described } from "../records/index.js";
import type { SavedQuery } from "./saved-query.read-model.js";
import { VISIBILITIES, type Visibility } from "./saved-query.terms.js";
import type { Variables } from "./variables.js";

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
  @Field(() => String, { description: "名称 · Its name" }) name!: string;
  @Field(() => QueryVisibilityEnum, { description: "可见范围 · Who may see and run it" })
  visibility!: Visibility;
  @Field(() => Int, { description: "最新版本号 · The newest version" }) version!: number;
  @Field(() => String, { description: "查询文本 · The GraphQL document" }) document!: string;
  @Field(() => JsonScalar, { description: "变量（JSON 对象） · Its variables, a JSON object" })
  variables!: Variables;
  @Field(() => Boolean, { description: "是否为本人所存 · Is it the caller's own?" }) owner!: boolean;
  @Field(() => String, {
    description:
      "以 GET 取结果的地址：加 .csv、.xlsx 得文件，?version= 指定版本，?var.名称=JSON 替换变量 · Where GET runs it; with .csv or .xlsx as a file, ?version= an earlier one, ?var.<name>=<JSON> with another variable",
  })
  url!: string;
  @Field(() => Int, { description: "修订号，每次保存加一 · Its revision: one more with each save" })
  revision!: number;
}

@ObjectType("SavedQueryVersion", {
  simpleResolvers: true,
  description: "保存的查询的一个版本，不再改变 · What was asked at one time; it never changes",
})
export class SavedQueryVersionType {
  @Field(() => Int, { description: "版本号，由 1 起 · Its number, from 1 on" }) number!: number;
  @Field(() => String, { description: "查询文本 · The GraphQL document" }) document!: string;
  @Field(() => JsonScalar, { description: "变量（JSON 对象） · Its variables, a JSON object" })
  variables!: Variables;
  @Field(() => Int, { description: "保存时的费用 · What it cost when it was saved" }) cost!: number;
  @Field(() => String, { description: "保存人姓名 · Name of who saved it" }) author!: string;
  @Field(() => DateTimeScalar, { description: "保存时刻 · When it was saved" }) createdAt!: string;
}

export const SavedQueryVersionConnectionType = connectionTypeOf(
  "SavedQueryVersion",
  () => SavedQueryVersionType,
  "保存的查询的各版本（分页） · A page of a saved query's versions",
);

export const SavedQueryOrderEnum = enumOf(
  "SavedQueryOrder",
  "保存的查询的次序 · The order of a list of saved queries",
  {
    SAVED_DESC: "新的在前 · By the time of the first saving, the newest first",
    SAVED_ASC: "旧的在前 · The oldest first",
  },
);

/** Which saved queries, which page of them, and in which order. */
@ArgsType()
export class SavedQueriesArgs extends ShortPageArgs {
  @Field(() => String, { nullable: true })
  under?: string | null;
  @Field(() => SavedQueryOrderEnum, { nullable: true, defaultValue: "SAVED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof SavedQueryOrderEnum | null;
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

@InputType({
  description:
    "保存查询：不给 queryId 则新存，给出则改名、改可见范围，查询文本或变量有变则另存一个版本 · Saves a new query, or changes the one that queryId names: its name, its visibility; another document or other variables make a new version",
})
export class SaveQueryInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "不给则新存一个 · Left out: a new one" })
  queryId?: string | null;
  @Field(() => String, { description: "名称，1 至 120 字 · Its name, 1 to 120 characters" }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: "所属单位代码；新存的须给出，以后不变 · Its unit: needed for a new one, and never changed",
  })
  unitCode?: string | null;
  @Field(() => QueryVisibilityEnum, {
    nullable: true,
    description:
      "可见范围：不给则不变，新存的为 PRIVATE · Who may see and run it: as before when left out, a new one PRIVATE",
  })
  visibility?: Visibility | null;
  @Field(() => String, { description: "一个查询操作 · A GraphQL document of one query" }) document!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "变量（JSON 对象），最多 20000 个字符；不给则不变，新存的为 {} · A JSON object of at most 20,000 characters; left out: as before, of a new query {}",
  })
  variables?: unknown;
  @Field(() => Int, {
    nullable: true,
    description: `给出 queryId 时必填。${EXPECTED_REVISION}. Needed with queryId`,
  })
  expectedRevision?: number | null;
}

@InputType({ description: "要删除的查询 · The query to be deleted" })
export class DeleteQueryInput extends ChangeInput {
  @Field(() => ID, { description: "查询 · The query" }) queryId!: string;
}

export const SaveQueryPayload = payloadOf("SaveQuery", { query: () => SavedQueryType });
export const DeleteQueryPayload = payloadOf("DeleteQuery", {
  deletedId: {
    type: () => ID,
    description:
      "已删除的查询；有问题时为空 · Id of the query that was deleted; null where there are problems",
  },
});
