import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { connectionOf, readPage } from "../../platform/graphql/paging.js";
import {
  listCursor,
  listPrice,
  readableLedgers,
  checkSearchText,
  type LedgerServices,
} from "../../records/index.js";
import { settingsOfUnits } from "../../settings/index.js";
import { UnitType } from "../../units/api.js";
import type { UnitRow } from "../../units/index.js";
import { type RequestFilter, RequestListArgs } from "./request-input.types.js";
import { requestLists } from "./request.loader.js";
import { presentRequest } from "./request.presenter.js";
import type { RequestListFilter } from "./request.read-model.js";
import { RequestConnectionType } from "./request.types.js";

@Resolver(() => UnitType)
export class UnitRequestsResolver {
  readonly #services: Pick<LedgerServices, "clock" | "calendar">;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      "依申请公开台账；subtree：本单位及以下各单位 · The unit's requests; subtree: its own and those of all units below it",
  })
  @Extensions({ price: listPrice("requests") })
  async requests(
    @Root() { row }: UnitType,
    @Args(() => RequestListArgs) { filter, orderBy, subtree, ...paging }: RequestListArgs,
    @Ctx() context: RequestContext,
  ): Promise<RequestConnectionType> {
    const { id, path } = readableLedgers(context, row);
    const page = readPage(paging);
    checkSearchText(filter?.text);
    const listed = await this.#listed(row, filter ?? {}, context);
    const found = await context.loaders.of(requestLists).load({
      unit: { id, path },
      filter: { ...listed, orderBy: orderBy ?? null },
      subtree: subtree ?? false,
      page,
    });
    return connectionOf(found, page, listCursor, presentRequest);
  }

  /** Adds the days that the list depends on; `dueSoon` by the setting of the unit. */
  async #listed(
    unit: UnitRow,
    { dueSoon, ...filter }: RequestFilter,
    { loaders }: RequestContext,
  ): Promise<RequestListFilter> {
    const { clock, calendar } = this.#services;
    const today = dateInShanghai(clock.now());
    if (!dueSoon) return { ...filter, today };
    const settings = (await loaders.of(settingsOfUnits).load("all"))(unit);
    const to = calendar.at(settings["calendar.days"]).after(today, settings["requests.dueSoonDays"]);
    return { ...filter, today, dueSoon: { from: today, to } };
  }
}
