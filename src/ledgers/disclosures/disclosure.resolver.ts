import { Arg, Args, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import type { RequestContext } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { notFound } from "../../kernel/fault.js";
import { connectionOf, readPage, type Connection } from "../../platform/graphql/paging.js";
import { ShortPageArgs } from "../../platform/graphql/paging.types.js";
import { listCursor, listPrice, talliesOf } from "../../records/index.js";
import { TallyType, ActivityType } from "../../records/api.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { namesOfCategory } from "./catalogue.loader.js";
import { CHANNEL_NAMES } from "./channels.js";
import { DisclosureActivityType } from "./disclosure-activity.types.js";
import { DisclosureFilter } from "./disclosure-input.types.js";
import { disclosureList, eventsOfDisclosure } from "./disclosure.loader.js";
import { presentDisclosure } from "./disclosure.presenter.js";
import { isLate } from "./disclosure.rules.js";
import { DisclosureConnectionType, DisclosureType } from "./disclosure.types.js";
import { disclosureActivity } from "./disclosure-activity.js";

@Resolver(() => DisclosureType)
export class DisclosureResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  @FieldResolver(() => UnitType)
  async unit(@Root() { row }: DisclosureType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw notFound();
    return presentUnit(unit);
  }

  @FieldResolver(() => Boolean, {
    description:
      "是否逾期：逾期后公开，或已逾期仍未公开（条例 §26） · Published after its due date, or overdue now",
  })
  late(@Root() { row }: DisclosureType): boolean {
    return isLate(row, dateInShanghai(this.#clock.now()));
  }

  @FieldResolver(() => [HistoryEntryType], {
    description:
      "办理记录，由旧到新；只对本单位和主管部门 · The steps taken, oldest first; for the unit and its district",
  })
  async events(
    @Root() { row }: DisclosureType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<HistoryEntryType[]> {
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
    @Arg("filter", () => DisclosureFilter, { nullable: true }) filter: DisclosureFilter | null,
    @Arg("subtree", () => Boolean, { nullable: true, defaultValue: false }) subtree: boolean | null,
    @Args(() => ShortPageArgs) paging: ShortPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<DisclosureType>> {
    const page = readPage(paging);
    const { loaders } = context;
    const category =
      filter?.category == null ? null : await loaders.of(namesOfCategory).load(filter.category);
    const found = await loaders
      .of(disclosureList)
      .load({ unit: row, filter: { ...filter, category }, subtree: subtree ?? false, page });
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
