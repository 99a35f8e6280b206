import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../platform/graphql/enum.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { PageInfoType } from "../../platform/graphql/paging.types.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { described, mutationsOf } from "../../records/index.js";
import { CHANNEL_NAMES, type Channel } from "./channels.js";
import { DOCUMENT_KINDS, type DisclosureStatus, type DocumentKind } from "./disclosure.entity.js";
import type { ListedDisclosure } from "./disclosure.listing.js";
import { DISCLOSURE, STATUS_NAMES } from "./disclosure.js";

export const ChannelEnum = enumOf(
  "Channel",
  "公开渠道 · Where information is published",
  described(CHANNEL_NAMES),
);
export const DisclosureStatusEnum = enumOf(
  "DisclosureStatus",
  "主动公开记录的状态：已完成的最后一步 · The last step that a record has passed",
  described(STATUS_NAMES),
);
export const DocumentKindEnum = enumOf(
  "DocumentKind",
  "文件类别 · What kind of document it is",
  described(DOCUMENT_KINDS),
);

nameSteps(mutationsOf(DISCLOSURE));

@ObjectType("Disclosure", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "主动公开的一条记录；一批 876 条推送为一条记录 · What is disclosed of a unit's own accord; a batch of 876 posts is one record",
})
export class DisclosureType extends NodeType {
  readonly __typename!: "Disclosure";
  /** For field resolvers; not part of the API. */
  readonly row!: ListedDisclosure;

  @Field(() => String) title!: string;
  @Field(() => String) category!: string;
  @Field(() => [ChannelEnum]) channels!: readonly Channel[];
  @Field(() => DisclosureStatusEnum) status!: DisclosureStatus;
  @Field(() => Int, { description: "所代表的信息条数 · How many items this record stands for" })
  items!: number;
  @Field(() => DateScalar, { description: "信息形成或变更日期 · When it was formed or changed" })
  formedOn!: string;
  @Field(() => DateScalar, {
    description: "应公开日：自形成或变更之日起 20 个工作日内（条例 §26） · By when it must be published",
  })
  dueOn!: string;
  @Field(() => DateScalar, { nullable: true }) publishedOn!: string | null;
  @Field(() => DocumentKindEnum, {
    nullable: true,
    description: "规章、行政规范性文件 · Set for a regulation or normative document",
  })
  documentKind!: DocumentKind | null;
  @Field(() => String, { nullable: true, description: "文号 · Its number" }) documentNumber!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "废止日期，自该日起失效 · When it was repealed" })
  repealedOn!: string | null;
  @Field(() => Int, { description: "修订号 · Revision" }) revision!: number;
}

@ObjectType("DisclosureEdge", { simpleResolvers: true })
export class DisclosureEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => DisclosureType) node!: DisclosureType;
}

@ObjectType("DisclosureConnection", {
  simpleResolvers: true,
  description: "主动公开记录（分页） · A page of records",
})
export class DisclosureConnectionType {
  @Field(() => [DisclosureEdgeType]) edges!: DisclosureEdgeType[];
  @Field(() => [DisclosureType]) nodes!: DisclosureType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}
