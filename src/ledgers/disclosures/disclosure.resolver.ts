import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import type { RequestContext } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { reaches } from "../../kernel/tenant-scope.js";
import { connectionOf, readPage, type Connection } from "../../platform/graphql/paging.js";
import {
  listCursor,
  listPrice,
  nodeOf,
  ownerOf,
  stepsOfRecord,
  talliesOf,
  type LedgerServices,
} from "../../records/index.js";
import { ActivityType, TallyType } from "../../records/api.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import { unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { catalogueItemById, namesOfCategory } from "./catalogue.loader.js";
import { CatalogueResolver, UnitCatalogueResolver } from "./catalogue.resolver.js";
import { CHANNEL_NAMES } from "./channels.js";
import { DisclosureActivityType } from "./disclosure-activity.types.js";
import { DisclosureListArgs } from "./disclosure-input.types.js";
import { DisclosureMutationResolver } from "./disclosure-mutation.resolver.js";
import type { DisclosureRow } from "./disclosure.entity.js";
import { DISCLOSURE } from "./disclosure.js";
import { disclosureById, disclosureList, eventsOfDisclosure } from "./disclosure.loader.js";
import { presentCatalogueItem, presentDisclosure } from "./disclosure.presenter.js";
import { isLate } from "./disclosure.rules.js";
import { DisclosureConnectionType, DisclosureType } from "./disclosure.types.js";
import { disclosureActivity } from "./disclosure-activity.js";

/** How each kind of record of the ledger is fetched by its id, for `node(id:)`. */
export const DISCLOSURE_NODES = {
  Disclosure: nodeOf(disclosureById, presentDisclosure),
  CatalogueItem: nodeOf(catalogueItemById, presentCatalogueItem),
};

/** Everything that the ledger adds to the API. */
export const disclosureResolvers = (services: LedgerServices): object[] => [
  new UnitDisclosuresResolver(),
  new DisclosureResolver(services.clock),
  new ActivityDisclosuresResolver(),
  new DisclosureActivityResolver(),
  new DisclosureMutationResolver(services),
  new UnitCatalogueResolver(),
  new CatalogueResolver(services),
];

@Resolver(() => DisclosureType)
export class DisclosureResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  @FieldResolver(() => UnitType)
  unit(@Root() { row }: DisclosureType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, row);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  steps(@Root() { row }: DisclosureType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    // A list's rows lack the time of their entry, which no step asks for.
    return stepsOfRecord(context, DISCLOSURE, row as DisclosureRow);
  }

  @FieldResolver(() => Boolean, {
    description:
      "是否逾期：逾期后公开，或已逾期仍未公开（条例 §26） · Published after its due date, or overdue now",
  })
  late(@Root() { row }: DisclosureType): boolean {
    return isLate(row, dateInShanghai(this.#clock.now()));
  }

  @FieldResolver(() => [HistoryEntryType], {
    nullable: true,
    description:
      "办理记录，由旧到新；本单位和主管部门以外为空 · The steps taken, oldest first; null to all but the unit and its district",
  })
  async events(
    @Root() { row }: DisclosureType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<HistoryEntryType[] | null> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit || !reaches(viewer.scope.working, unit)) return null;
    return (await loaders.of(eventsOfDisclosure).load(row.id)).map(({ entry }) => presentEntry(entry));
  }
}

@Resolver(() => UnitType)
export class UnitDisclosuresResolver {
  @FieldResolver(() => DisclosureConnectionType, {
    nullable: true,
    description:
      "主动公开记录，形成日期新者在前；subtree 含以下各单位。任何人可见已公开的，本单位和主管部门另见未公开的 · Records, the newest formed first; subtree: of all units below, too. What is published is everybody's; drafts are the unit's and its district's",
  })
  @Extensions({ price: listPrice("disclosures") })
  async disclosures(
    @Root() { row }: UnitType,
    @Args(() => DisclosureListArgs) { filter, orderBy, subtree, ...paging }: DisclosureListArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<DisclosureType>> {
    const page = readPage(paging);
    const { loaders } = context;
    const category =
      filter?.category == null ? null : await loaders.of(namesOfCategory).load(filter.category);
    const found = await loaders.of(disclosureList).load({
      unit: row,
      filter: { ...filter, category, orderBy: orderBy ?? null },
      subtree: subtree ?? false,
      page,
    });
    return connectionOf(found, page, listCursor, presentDisclosure);
  }
}

@Resolver(() => DisclosureActivityType)
export class DisclosureActivityResolver {
  @FieldResolver(() => [TallyType], {
    description:
      "按渠道；同一信息在几个渠道公开，各渠道各计一次，故其和可大于总数 · Items by channel; one on several is counted in each, so the sum may exceed the total",
  })
  byChannel(
    @Root() { channelSums }: DisclosureActivityType,
    @Ctx() { language }: RequestContext,
  ): TallyType[] {
    return talliesOf(CHANNEL_NAMES, new Map(Object.entries(channelSums)), language);
  }
}

/** Read when the field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityDisclosuresResolver {
  @FieldResolver(() => DisclosureActivityType, { description: "主动公开 · What was disclosed" })
  disclosures(
    @Root() { key }: ActivityType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DisclosureActivityType> {
    return loaders.of(disclosureActivity).load(key);
  }
}
