import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";

@ObjectType("CatalogueItem", {
  simpleResolvers: true,
  implements: NodeType,
  description: "主动公开事项目录中的一项 · One item of what a unit discloses of its own accord",
})
export class CatalogueItemType extends NodeType {
  readonly __typename!: "CatalogueItem";
  /** For the field resolver of `unit`; not part of the API. */
  readonly unitId!: string;

  @Field(() => String, { description: "类别，如“财政信息” · Category" }) category!: string;
  @Field(() => String, { description: "事项 · Item" }) title!: string;
  @Field(() => String, { description: "依据（条例 §19-21） · The article it rests on" }) article!: string;
  @Field(() => [String], {
    description: "类别的同义名称，如“财政数据” · Other names that records of its category go by",
  })
  synonyms!: readonly string[];
  @Field(() => DateScalar, { nullable: true, description: "停用日期 · Since when it is disclosed no more" })
  retiredOn!: string | null;
  @Field(() => Int, { description: "修订号 · Revision" }) revision!: number;
}

@InputType({ description: "新增目录事项；给出 itemId 则修改 · Adds an item or, with itemId, changes it" })
export class SaveCatalogueItemInput {
  @Field(() => String) unitCode!: string;
  @Field(() => ID, { nullable: true }) itemId?: string | null;
  @Field(() => String) category!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: "如“第二十条第（五）项” · Such as 条例 §20(5)" }) article!: string;
  @Field(() => [String], { nullable: true, defaultValue: [] }) synonyms?: string[] | null;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class RetireCatalogueItemInput {
  @Field(() => ID) itemId!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "日期，不给则为今天 · The day; today when left out",
  })
  on?: string | null;
  @Field(() => Int, { nullable: true }) expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType("CatalogueItemPayload", { simpleResolvers: true })
export class CatalogueItemPayloadType {
  @Field(() => CatalogueItemType, { nullable: true }) item!: CatalogueItemType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
