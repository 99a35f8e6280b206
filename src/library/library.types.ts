import { Field, Int, ObjectType } from "type-graphql";
import { JsonScalar } from "../platform/graphql/json.scalar.js";
import type { Variables } from "./variables.js";

@ObjectType("LibraryQuery", {
  simpleResolvers: true,
  description: "查询库：随产品提供的查询 · A query that ships with the product, by a permanent name",
})
export class LibraryQueryType {
  @Field(() => String, { description: "固定名称 · Its permanent name" }) slug!: string;
  @Field(() => String, { description: "名称，按请求的语言 · Its name, in the language of the request" })
  name!: string;
  @Field(() => String, {
    description: "说明，按请求的语言 · What it answers, in the language of the request",
  })
  description!: string;
  @Field(() => String, { description: "查询文本 · The GraphQL document" }) document!: string;
  @Field(() => JsonScalar, {
    description:
      "变量（JSON 对象），按查询人填好；公众须自行给出单位 · Its variables, a JSON object, filled in for the caller; the public must name a unit",
  })
  variables!: Variables;
  @Field(() => Int, {
    nullable: true,
    description: "费用；变量不全时为空 · null while a variable is missing",
  })
  cost!: number | null;
  @Field(() => String, { description: "以 GET 取结果的地址，用法同 SavedQuery.url · Where GET runs it" })
  url!: string;
}
