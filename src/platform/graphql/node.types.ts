import { Field, ID, InterfaceType } from "type-graphql";

/** A presented object says its type itself, so that interfaces resolve without guessing. */
export interface Typed {
  readonly __typename: string;
}

@InterfaceType("Node", {
  description: "可按编号取得的记录 · A record that can be fetched by its opaque id",
  resolveType: (value: Typed) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID) id!: string;
}
