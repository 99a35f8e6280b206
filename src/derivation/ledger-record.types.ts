import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { PageInfoType } from "../platform/graphql/paging.types.js";
import { DisclosureType } from "../ledgers/disclosures/api.js";
import { ProposalType } from "../ledgers/proposals/api.js";
import { RemedyType } from "../ledgers/remedies/api.js";
import { InformationRequestType } from "../ledgers/requests/api.js";
import { SuppliedCountType } from "../ledgers/supplies/api.js";

const RECORD_TYPES = [
  DisclosureType,
  InformationRequestType,
  RemedyType,
  ProposalType,
  SuppliedCountType,
] as const;

export type LedgerRecordNode = InstanceType<(typeof RECORD_TYPES)[number]>;

const LedgerRecordUnion = createUnionType({
  name: "LedgerRecord",
  description: "台账记录 · A record of one of the ledgers",
  types: () => RECORD_TYPES,
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
