import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import { Public } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { rankReports } from "./ranking.js";
import { presentRanking } from "./ranking.presenter.js";
import { readRankRequest } from "./ranking-request.js";
import { RankedReportsType, RankReportsInput } from "./ranking.types.js";

/**
 * All peers of a province are read for two years, however few rows are shown; and each ranked unit in all its years.
 */
const PRICE_OF_PEERS: FieldPrice = {
  weight: 2_000,
  rows: { of: "units", each: 4, under: "input.under", units: "input.units", subtree: "input.kinds" },
};

@Resolver()
export class RankingResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => RankedReportsType, {
    description:
      "在可比单位中排名：百分位、四分位、名次变化、离群；只计入查询人可见的版本 · Ranks units among comparable ones, by the newest versions that the caller may see",
  })
  @Public()
  @Extensions({ price: PRICE_OF_PEERS })
  async rankReports(
    @Arg("input", () => RankReportsInput) input: RankReportsInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RankedReportsType> {
    const now = this.#clock.now();
    const request = readRankRequest(input, now);
    const ranking = await this.#database.longRead(viewer.scope, (session) => rankReports(session, request));
    return presentRanking(ranking, now);
  }
}
