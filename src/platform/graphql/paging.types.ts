import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { enumOf } from "./enum.js";
import { DEFAULT_PAGE_SIZE, type PageArguments } from "./paging.js";

@ObjectType("PageInfo", {
  simpleResolvers: true,
  description: "分页信息：本页在列表中的位置 · Where a page stands in its list",
})
export class PageInfoType {
  @Field(() => Boolean, {
    description:
      "其后是否还有；以 before 取的页，有游标即为 true · Are there items behind this page? True of a page asked for with before",
  })
  hasNextPage!: boolean;
  @Field(() => Boolean, {
    description:
      "其前是否还有；以 after 取的页，有游标即为 true · Are there items before this page? True of a page asked for with after",
  })
  hasPreviousPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      "首项的游标，作 before 取前一页；空页为空 · Cursor of the first item: before takes it for the page before; null of an empty page",
  })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "末项的游标，作 after 取后一页；空页为空 · Cursor of the last item: after takes it for the next page; null of an empty page",
  })
  endCursor!: string | null;
}

const FIRST =
  "自前向后取几项，1 至 100；给出 last 时不用 · How many items from the beginning, or behind after: 1 to 100; not used where last is given";

@ArgsType()
abstract class AnyPageArgs implements PageArguments {
  @Field(() => String, {
    nullable: true,
    description: "游标：取其后各项，与 first 同用 · A cursor: the items behind it, with first",
  })
  after?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "自后向前取几项，1 至 100，仍按列表次序给出 · How many items from the end, or before the cursor before: 1 to 100, told in the order of the list",
  })
  last?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "游标：取其前各项，与 last 同用 · A cursor: the items before it, with last",
  })
  before?: string | null;
}

/** The arguments of a list whose items are small. */
@ArgsType()
export class PageArgs extends AnyPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_PAGE_SIZE, description: FIRST })
  first?: number | null;
}

/** The arguments of a list of records, of which clients ask much. */
@ArgsType()
export class ShortPageArgs extends AnyPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: FIRST })
  first?: number | null;
}

/** Of the argument `orderBy`. */
export const ORDER_BY = "次序 · The order";

interface PagedOf<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly nodes: Node[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: number;
}

/** The connection of a type and its edge: `ReportVersionConnection`, `ReportVersionEdge`. */
export function connectionTypeOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  description: string,
): ClassType<PagedOf<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class EdgeType {
    @Field(() => String) cursor!: string;
    @Field(node) node!: Node;
  }
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description })
  class ConnectionType {
    @Field(() => [EdgeType]) edges!: EdgeType[];
    @Field(() => [node()]) nodes!: Node[];
    @Field(() => PageInfoType) pageInfo!: PageInfoType;
    @Field(() => Int) totalCount!: number;
  }
  return ConnectionType;
}

export const VersionOrderEnum = enumOf("VersionOrder", "各版本的次序 · The order of versions", {
  NUMBER_DESC: "新的在前 · The newest first",
  NUMBER_ASC: "旧的在前 · The oldest first",
});

/** The arguments of a list of versions. */
@ArgsType()
export class VersionPageArgs extends PageArgs {
  @Field(() => VersionOrderEnum, { nullable: true, defaultValue: "NUMBER_DESC", description: ORDER_BY })
  orderBy?: keyof typeof VersionOrderEnum | null;
}

export const DirectionEnum = enumOf("Direction", "排序方向 · Which way to order", {
  ASC: "由小到大 · Smallest first",
  DESC: "由大到小 · Largest first",
});
