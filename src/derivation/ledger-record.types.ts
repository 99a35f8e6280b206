import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { LEDGER_APIS } from "../ledgers/registry/api.js";
import type { Typed } from "../platform/graphql/node.types.js";
import { PageInfoType } from "../platform/graphql/paging.types.js";

/** A record of any ledger, presented as its own type. */
export type LedgerRecordNode = Typed;

const LedgerRecordUnion = createUnionType({
  name: "LedgerRecord",
  description: "台账记录 · A record of one of the ledgers",
  types: () => LEDGER_APIS.map(({ type }) => type),
  resolveType: ({ __typename }: LedgerRecordNode) => __typename,
});

@ObjectType("LedgerRecordEdge", { simpleResolvers: true })
export class LedgerRecordEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => LedgerRecordUnion) node!: LedgerRecordNode;
}

@ObjectType("LedgerRecordConnection", {
  simpleResolvers: true,
  description: "台账记录（分页），由旧到新 · A page of records, oldest first",
})
export class LedgerRecordConnectionType {
  @Field(() => [LedgerRecordEdgeType]) edges!: LedgerRecordEdgeType[];
  @Field(() => [LedgerRecordUnion]) nodes!: LedgerRecordNode[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}
