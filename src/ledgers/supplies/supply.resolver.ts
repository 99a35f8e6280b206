import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { connectionOf, readPage, type Connection } from "../../platform/graphql/paging.js";
import {
  listCursor,
  nodeOf,
  ownerOf,
  readableLedgers,
  stepsOfRecord,
  type LedgerServices,
} from "../../records/index.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import { UnitType } from "../../units/api.js";
import { SupplyMutationResolver } from "./supply-mutation.resolver.js";
import { supplyById, supplyIds } from "./supply.loader.js";
import { presentSupply } from "./supply.presenter.js";
import { SUPPLY } from "./supply.js";
import { SuppliedCountConnectionType, SuppliedCountListArgs, SuppliedCountType } from "./supply.types.js";

/** How a supplied figure is fetched by its id, for `node(id:)`. */
export const SUPPLY_NODES = { SuppliedCount: nodeOf(supplyById, presentSupply) };

/** Everything that the ledger adds to the API. */
export const supplyResolvers = (services: LedgerServices): object[] => [
  new UnitSuppliesResolver(),
  new SupplyResolver(),
  new SupplyMutationResolver(services),
];

@Resolver(() => UnitType)
export class UnitSuppliesResolver {
  @FieldResolver(() => SuppliedCountConnectionType, {
    nullable: true,
    description: "外部报送数，期间新者在前 · Figures from other offices, the newest period first",
  })
  async suppliedCounts(
    @Root() { row }: UnitType,
    @Args(() => SuppliedCountListArgs) { year, orderBy, ...paging }: SuppliedCountListArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SuppliedCountType>> {
    const unit = readableLedgers(context, row);
    const page = readPage(paging);
    const { loaders } = context;
    const found = await loaders
      .of(supplyIds)
      .load({ unit, filter: { year: year ?? null, orderBy: orderBy ?? null }, subtree: false, page });
    const rows = await loaders.of(supplyById).loadMany(found.rows.map(({ id }) => id));
    const shown = rows.flatMap((one) => (one instanceof Error || !one ? [] : [one]));
    const listed = { rows: shown, totalCount: found.totalCount };
    const cursor = ({ id, fromOn }: (typeof shown)[number]): string => listCursor({ id, orderedBy: fromOn });
    return connectionOf(listed, page, cursor, presentSupply);
  }
}

@Resolver(() => SuppliedCountType)
export class SupplyResolver {
  @FieldResolver(() => UnitType)
  unit(@Root() { row }: SuppliedCountType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, row);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  steps(@Root() { row }: SuppliedCountType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    return stepsOfRecord(context, SUPPLY, row);
  }
}
