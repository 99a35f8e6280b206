import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import {
  ChangeInput,
  EXPECTED_REVISION,
  MutationInput,
  payloadOf,
} from "../../platform/graphql/mutation.types.js";
import { NodeType } from "../../platform/graphql/node.types.js";
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
export class SaveCatalogueItemInput extends MutationInput {
  @Field(() => String, { description: "单位代码 · The unit's code" }) unitCode!: string;
  @Field(() => ID, {
    nullable: true,
    description: "目录事项的 id；不给则新增 · The item's id; left out: a new item",
  })
  itemId?: string | null;
  @Field(() => String) category!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: "依据，如“第二十条第（五）项” · The article, such as 条例 §20(5)" })
  article!: string;
  @Field(() => [String], { nullable: true, defaultValue: [] }) synonyms?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: `给出 itemId 时必填；${EXPECTED_REVISION}. Required with itemId`,
  })
  expectedRevision?: number | null;
}

@InputType({ description: "停用目录事项 · Retires an item" })
export class RetireCatalogueItemInput extends ChangeInput {
  @Field(() => ID, { description: "目录事项的 id · The item's id" }) itemId!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "日期，不给则为今天 · The day; today when left out",
  })
  on?: string | null;
}

const item = () => CatalogueItemType;
export const SaveCatalogueItemPayload = payloadOf("SaveCatalogueItem", { item });
export const RetireCatalogueItemPayload = payloadOf("RetireCatalogueItem", { item });
