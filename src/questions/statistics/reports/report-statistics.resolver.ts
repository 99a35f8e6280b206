import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import { Public } from "../../../access/api.js";
import type { RequestContext } from "../../../access/index.js";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../platform/db/index.js";
import type { FieldPrice } from "../../../platform/graphql/cost.js";
import { presentAnswer } from "../../answer/index.js";
import { StatisticsAnswerType } from "../../answer/api.js";
import { reportStatistics } from "./report-statistics.js";
import { ReportStatisticsInput } from "./report-statistics.types.js";

/** Every report of a scope is read and measured, however few rows are shown. */
const PRICE_OF_REPORTS: FieldPrice = {
  weight: 200,
  multipliers: ["input.years", "input.measures"],
  rows: {
    of: "units",
    each: 0.5,
    under: "input.scope.under",
    units: "input.scope.units",
    times: ["input.years", "input.measures"],
  },
};

@Resolver()
export class ReportStatisticsResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => StatisticsAnswerType, {
    description:
      "年报统计：任一范围、条件、分组；只计查询人可见的最新版本 · Any question about reports, by the newest versions that the caller may see",
  })
  @Public()
  @Extensions({ price: PRICE_OF_REPORTS })
  async reportStatistics(
    @Arg("input", () => ReportStatisticsInput) input: ReportStatisticsInput,
    @Ctx() { viewer, language }: RequestContext,
  ): Promise<StatisticsAnswerType> {
    const now = this.#clock.now();
    const answer = await this.#database.longRead(viewer.scope, (session) =>
      reportStatistics(session, input, now),
    );
    return presentAnswer(answer, language);
  }
}
