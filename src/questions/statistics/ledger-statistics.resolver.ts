import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import { cellCounting } from "../../derivation/index.js";
import type { Clock } from "../../kernel/clock.js";
import { LEDGER_APIS } from "../../ledgers/registry/api.js";
import type { Database } from "../../platform/db/index.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import type { LedgerApi, LedgerQuestion } from "../../records/api.js";
import { StatisticsAnswerType } from "../answer/api.js";
import { presentAnswer } from "../answer/index.js";
import { ledgerStatistics } from "./ledger-statistics.js";
import { statisticsInput } from "./statistics-input.types.js";
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

type StatisticsResolver = new (database: Database, clock: Clock) => object;

/** The field of one ledger: `requestStatistics(input: RequestStatisticsInput!): StatisticsAnswer!`. */
function statisticsOf(ledger: string, { dataSet, ...words }: LedgerQuestion): StatisticsResolver {
  const Input = statisticsInput(dataSet, words);

  @Resolver()
  class LedgerStatisticsResolver {
    readonly #database: Database;
    readonly #clock: Clock;

    constructor(database: Database, clock: Clock) {
      this.#database = database;
      this.#clock = clock;
    }

    @Query(() => StatisticsAnswerType, {
      name: `${words.name.charAt(0).toLowerCase()}${words.name.slice(1)}Statistics`,
      description: words.description,
    })
    @Access("statistics:read")
    @Extensions({ price: priceOfCases(ledger) })
    async statistics(
      @Arg("input", () => Input) input: StatisticsInput<string, string, object, string>,
      @Ctx() { viewer, language }: RequestContext,
    ): Promise<StatisticsAnswerType> {
      const now = this.#clock.now();
      const answer = await this.#database.longRead(viewer.scope, (session) =>
        ledgerStatistics({ session, viewer, now }, dataSet, input, cellCounting),
      );
      return presentAnswer(answer, language);
    }
  }
  return LedgerStatisticsResolver;
}

const RESOLVERS = LEDGER_APIS.flatMap(({ name, question }: LedgerApi) =>
  question ? [statisticsOf(name, question)] : [],
);

/** The statistics of every ledger that answers any. */
export const statisticsResolvers = (database: Database, clock: Clock): object[] =>
  RESOLVERS.map((Resolver) => new Resolver(database, clock));
