import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Public, type RequestContext } from "../../access/index.js";
import { dateInShanghai, yearOf } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import { compare } from "./comparison.js";
import { presentComparison } from "./comparison.presenter.js";
import { readRequest } from "./comparison-request.js";
import { CompareReportsInput, ReportComparisonType } from "./comparison.types.js";

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
  async compareReports(
    @Arg("input", () => CompareReportsInput) input: CompareReportsInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ReportComparisonType> {
    const now = this.#clock.now();
    const request = readRequest(input, yearOf(dateInShanghai(now)));
    const comparison = await this.#database.read(viewer.scope, (session) => compare(session, request));
    return presentComparison(comparison, now);
  }
}
