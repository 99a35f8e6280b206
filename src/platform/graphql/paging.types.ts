import { Field, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { simpleResolvers: true, description: "分页信息 · Where a page stands in its list" })
export class PageInfoType {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}
