import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../platform/db/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { presentAnswer } from "../answer/index.js";
import { StatisticsAnswerType } from "../answer/api.js";
import { DISCLOSURE_DATA } from "./disclosures.data.js";
import type { LedgerDataSet } from "./ledger-data-set.js";
import { ledgerStatistics } from "./ledger-statistics.js";
import {
  DisclosureStatisticsInput,
  ProposalStatisticsInput,
  RemedyStatisticsInput,
  RequestStatisticsInput,
} from "./ledger-statistics.types.js";
import { PROPOSAL_DATA } from "./proposals.data.js";
import { REMEDY_DATA } from "./remedies.data.js";
import { REQUEST_DATA } from "./requests.data.js";
import type { StatisticsInput } from "./statistics-query.js";

/**
 * Each number is protected, which the selection does not show; and every case is read, once for each field measured.
 */
const priceOfCases = (of: string): FieldPrice => ({
  weight: 2_000,
  multipliers: ["input.measures"],
  rows: {
    of,
    under: "input.scope.under",
    units: "input.scope.units",
    years: "input.where.years",
    measures: "input.measures",
  },
});

type InputOf<DataSet> =
  DataSet extends LedgerDataSet<infer Dimension, infer Field, infer Where, infer Basis>
    ? StatisticsInput<Dimension, Field, Where, Basis>
    : never;

@Resolver()
export class LedgerStatisticsResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => StatisticsAnswerType, {
    description:
      "依申请公开统计：任一范围、条件、分组；件数过少的单元格对外隐去 · Any question about requests; cells of few are hidden from outsiders",
  })
  @Access("statistics:read")
  @Extensions({ price: priceOfCases("requests") })
  requestStatistics(
    @Arg("input", () => RequestStatisticsInput) input: InputOf<typeof REQUEST_DATA>,
    @Ctx() context: RequestContext,
  ): Promise<StatisticsAnswerType> {
    return this.#answer(REQUEST_DATA, input, context);
  }

  @Query(() => StatisticsAnswerType, {
    description: "主动公开统计，只计现已公开的 · Any question about what is published",
  })
  @Access("statistics:read")
  @Extensions({ price: priceOfCases("disclosures") })
  disclosureStatistics(
    @Arg("input", () => DisclosureStatisticsInput) input: InputOf<typeof DISCLOSURE_DATA>,
    @Ctx() context: RequestContext,
  ): Promise<StatisticsAnswerType> {
    return this.#answer(DISCLOSURE_DATA, input, context);
  }

  @Query(() => StatisticsAnswerType, {
    description:
      "行政复议、行政诉讼统计；件数过少的单元格对外隐去 · Any question about reviews and suits; cells of few are hidden from outsiders",
  })
  @Access("statistics:read")
  @Extensions({ price: priceOfCases("remedies") })
  remedyStatistics(
    @Arg("input", () => RemedyStatisticsInput) input: InputOf<typeof REMEDY_DATA>,
    @Ctx() context: RequestContext,
  ): Promise<StatisticsAnswerType> {
    return this.#answer(REMEDY_DATA, input, context);
  }

  @Query(() => StatisticsAnswerType, { description: "建议提案统计 · Any question about proposals" })
  @Access("statistics:read")
  @Extensions({ price: priceOfCases("proposals") })
  proposalStatistics(
    @Arg("input", () => ProposalStatisticsInput) input: InputOf<typeof PROPOSAL_DATA>,
    @Ctx() context: RequestContext,
  ): Promise<StatisticsAnswerType> {
    return this.#answer(PROPOSAL_DATA, input, context);
  }

  async #answer<Dimension extends string, Field extends string, Where extends object, Basis extends string>(
    dataSet: LedgerDataSet<Dimension, Field, Where, Basis>,
    input: StatisticsInput<Dimension, Field, Where, Basis>,
    { viewer, language }: RequestContext,
  ): Promise<StatisticsAnswerType> {
    const answer = await this.#database.longRead(viewer.scope, (session) =>
      ledgerStatistics(session, viewer, dataSet, input, this.#clock.now()),
    );
    return presentAnswer(answer, language);
  }
}
