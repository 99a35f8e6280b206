import type { Wordings } from "../history/index.js";
import { ArgsType, Field, InputType, Int, ObjectType, type ClassType } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import type { Text } from "../kernel/text.js";
import type { Typed } from "../platform/graphql/node.types.js";
import { enumOf } from "../platform/graphql/enum.js";
import { ShortPageArgs } from "../platform/graphql/paging.types.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import type { Vault } from "../platform/vault/vault.js";
import { described } from "./described.js";
import { orderNames, type ListOrder } from "./list-order.js";
import type { ActivityKey } from "./activity.js";
import type { LedgerDataSet } from "./data-set.js";
import type { LedgerServices } from "./ledger-services.js";

@InputType({
  description: "起止日期，均含；可只给一端 · From one day to another, both included; either may be left out",
})
export class DateRange {
  @Field(() => DateScalar, { nullable: true }) from?: string | null;
  @Field(() => DateScalar, { nullable: true }) to?: string | null;
}

/** Which page of a unit's ledger, and of whose records. */
@ArgsType()
export class LedgerPageArgs extends ShortPageArgs {
  @Field(() => Boolean, { nullable: true, defaultValue: false }) subtree?: boolean | null;
}

/** The orders of a ledger's list. */
export const orderEnum = <Name extends string>(
  name: string,
  { zh, en }: Text,
  orders: Readonly<Record<Name, ListOrder>>,
): { readonly [N in Name]: N } =>
  enumOf(name, `${zh}列表的次序 · The order of a list of ${en}`, described(orderNames(orders)));

@ObjectType("Tally", { simpleResolvers: true, description: "分类计数 · How many of one kind" })
export class TallyType {
  @Field(() => String) key!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}

@ObjectType("Activity", {
  simpleResolvers: true,
  description:
    "本单位各台账一段时间的汇总 · A unit's ledgers, added up over a period; each ledger adds its field",
})
export class ActivityType {
  /** For the field resolvers; not part of the API. */
  readonly key!: ActivityKey;
}

/** A ledger's field among the statistics: `requestStatistics(input: RequestStatisticsInput!)`. */
export interface LedgerQuestion {
  /** What the names in the schema begin with: `Request`. */
  readonly name: string;
  /** 依申请公开 · requests */
  readonly subject: Text;
  readonly description: string;
  readonly where: ClassType<object>;
  readonly dataSet: LedgerDataSet;
}

/** A question over a data set of a ledger's own dimensions, in the form in which the registry holds all of them. */
export const question = <
  Dimension extends string,
  Field extends string,
  Where extends object,
  Basis extends string,
>(
  dataSet: LedgerDataSet<Dimension, Field, Where, Basis>,
  where: ClassType<Where>,
  words: Pick<LedgerQuestion, "name" | "subject" | "description">,
): LedgerQuestion => ({ ...words, where, dataSet: dataSet as unknown as LedgerDataSet });

/** How a record is fetched by its id, for `node(id:)`; null where it is not there for the caller. */
export type NodeFetch = (id: string, context: RequestContext) => Promise<Typed | null | undefined>;

/** What one ledger brings to the schema; what it brings besides is declared in `Ledger`. */
export interface LedgerApi {
  /** The same as the ledger's. */
  readonly name: string;
  /** The type of the records that it feeds to a report's cells, which is the first of `nodes`. */
  readonly type: ClassType<Typed>;
  /** How its records are fetched by their ids, by the names of their types. */
  readonly nodes: Readonly<Record<string, NodeFetch>>;
  /** Its fields and mutations, and its field of `Activity`. */
  readonly resolvers: (services: LedgerServices & { readonly vault: Vault }) => readonly object[];
  readonly question: LedgerQuestion | null;
  /** How the entries of its records are worded in the history, where their fields' names do not say it. */
  readonly wordings?: Wordings;
}
