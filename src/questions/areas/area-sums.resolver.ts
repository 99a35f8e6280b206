import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import { Public } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { DEFAULT_PAGE_SIZE } from "../../platform/graphql/paging.js";
import { asksFor } from "../../platform/graphql/selection.js";
import { presentAnswer } from "../answer/index.js";
import { StatisticsAnswerType } from "../answer/api.js";
import { rollUp } from "./area-sums.js";
import { readAreaRequest } from "./area-request.js";
import { areaAnswer } from "./area-answer.js";
import { AreaSumsArgs } from "./area-sums.types.js";

/** As many numbers as an average page of areas has. */
const PRICE_OF_NUMBERS: FieldPrice = { weight: DEFAULT_PAGE_SIZE, multipliers: ["years", "indicators"] };

/** Fields that need the missing units; without them a question about the whole country does not read the units. */
const TOLD_BY_COVERAGE = ["note", "notes", "reports"];

@Resolver()
export class AreaSumsResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => StatisticsAnswerType, {
    description:
      "区域合计：一级区域内各单位年报逐项相加，比率由合计数计算 · Sums of all reports in each province, city or district and year; rates are computed from the sums. Every area of the scope has a row. The last measure is how many reports were added up. Below the stage PUBLISHED it counts only what the caller's own area has submitted",
  })
  @Public()
  @Extensions({ price: PRICE_OF_NUMBERS })
  async areaSums(
    @Args(() => AreaSumsArgs) { under, ...args }: AreaSumsArgs,
    @Ctx() { viewer, language }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StatisticsAnswerType> {
    const now = this.#clock.now();
    const request = readAreaRequest(args, now);
    const wanted = { coverage: TOLD_BY_COVERAGE.some((field) => asksFor(info, field)) };
    const areaSums = await this.#database.longRead(viewer.scope, (session) =>
      rollUp(session, under ?? null, request, wanted),
    );
    return presentAnswer(areaAnswer(request, { ...areaSums, wanted, asOf: now }), language);
  }
}
