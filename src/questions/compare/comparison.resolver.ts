import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import { Public } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { DEFAULT_PAGE_SIZE } from "../../platform/graphql/paging.js";
import { asksFor } from "../../platform/graphql/selection.js";
import { compare } from "./comparison.js";
import { presentComparison } from "./comparison.presenter.js";
import { readRequest } from "./comparison-request.js";
import { CompareReportsInput, ReportComparisonType } from "./comparison.types.js";

/**
 * Rows hold lists of numbers, which the selection does not show: one for each column, priced for an average district;
 * larger areas cost more.
 */
const PRICE_OF_NUMBERS: FieldPrice = {
  weight: DEFAULT_PAGE_SIZE,
  multipliers: ["input.years", "input.indicators"],
  rows: {
    of: "units",
    under: "input.under",
    units: "input.units",
    subtree: "input.kinds",
    times: ["input.years", "input.indicators"],
  },
};

@Resolver()
export class ComparisonResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => ReportComparisonType, {
    description:
      "横向比较各单位年报；只计入查询人可见的版本 · Compares units' annual reports: the newest versions that the caller may see",
  })
  @Public()
  @Extensions({ price: PRICE_OF_NUMBERS })
  async compareReports(
    @Arg("input", () => CompareReportsInput) input: CompareReportsInput,
    @Ctx() { viewer }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportComparisonType> {
    const now = this.#clock.now();
    const request = readRequest(input, now);
    const wanted = { changes: asksFor(info, "changes"), coverage: asksFor(info, "coverage") };
    const comparison = await this.#database.longRead(viewer.scope, (session) =>
      compare(session, request, wanted),
    );
    return presentComparison(comparison, now);
  }
}
