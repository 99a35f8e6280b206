import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import { Public, type RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import { DEFAULT_PAGE_SIZE } from "../../platform/graphql/paging.js";
import { compare } from "./comparison.js";
import { presentComparison } from "./comparison.presenter.js";
import { readRequest } from "./comparison-request.js";
import { CompareReportsInput, ReportComparisonType } from "./comparison.types.js";

/** Rows hold numbers, which a price by fields does not see: as many as there are columns, in a middling district. */
const priceOfNumbers = ({ input }: { input: CompareReportsInput }): number =>
  DEFAULT_PAGE_SIZE * input.years.length * input.indicators.length;

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
  @Extensions({ price: priceOfNumbers })
  async compareReports(
    @Arg("input", () => CompareReportsInput) input: CompareReportsInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ReportComparisonType> {
    const now = this.#clock.now();
    const request = readRequest(input, now);
    const comparison = await this.#database.read(viewer.scope, (session) => compare(session, request));
    return presentComparison(comparison, now);
  }
}
