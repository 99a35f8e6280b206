import { Args, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { SignedIn } from "../access/api.js";
import type { RequestContext } from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { Database } from "../platform/db/index.js";
import type { FieldPrice } from "../platform/graphql/cost.js";
import { type Connection, connectionOf, pageOfRows, readPage } from "../platform/graphql/paging.js";
import { presentUnit, unitByItsCode, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import type { Fitness, Judge } from "./fitness.js";
import { versionsOfQuery } from "./saved-query.loader.js";
import { presentSavedQuery, presentVersion } from "./saved-query.presenter.js";
import { savedQueryCursor, savedQueryPage } from "./saved-query.read-model.js";
import {
  SavedQueriesArgs,
  SavedQueryConnectionType,
  SavedQueryType,
  SavedQueryVersionConnectionType,
  SavedQueryVersionType,
} from "./saved-query.types.js";
import { VersionPageArgs } from "../platform/graphql/paging.types.js";

/** The document is checked for it, unless the result is cached. */
const JUDGING: FieldPrice = { weight: 20 };

const numberOf = ({ number }: { readonly number: number }): string => String(number);

@Resolver(() => SavedQueryType)
export class SavedQueryResolver {
  readonly #database: Database;
  readonly #judge: Judge;

  constructor(database: Database, judge: Judge) {
    this.#database = database;
    this.#judge = judge;
  }

  @Query(() => SavedQueryConnectionType, {
    description:
      "保存的查询：本人的和他人共享的，新的在前；under 只取某单位及其以下的 · Queries that the caller saved, or that are shared with him, the newest first; under: those of a unit and all below it",
  })
  @SignedIn()
  async savedQueries(
    @Args(() => SavedQueriesArgs) { under, orderBy, ...paging }: SavedQueriesArgs,
    @Ctx() { loaders, viewer }: RequestContext,
  ): Promise<SavedQueryConnectionType> {
    const page = readPage(paging);
    const top = under == null ? null : await loaders.of(unitByItsCode).load(under);
    if (under != null && !top) throw notFound();
    const found = await this.#database.read(viewer.scope, (session) =>
      savedQueryPage(session, top?.path ?? null, page, orderBy === "SAVED_ASC" ? "asc" : "desc"),
    );
    return connectionOf(found, page, savedQueryCursor, (row) => presentSavedQuery(row, viewer));
  }

  @FieldResolver(() => UnitType, { description: "所属单位 · The unit that it belongs to" })
  async unit(@Root() { row }: SavedQueryType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw new Error("a saved query belongs to a unit");
    return presentUnit(unit);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "现行费用；不符合现行接口时为空 · What it costs today; null where it no longer fits",
  })
  @Extensions({ price: JUDGING })
  cost(@Root() query: SavedQueryType): number | null {
    return this.#fitness(query).cost;
  }

  @FieldResolver(() => Boolean, { description: "是否仍符合现行接口 · Does it still fit the schema?" })
  @Extensions({ price: JUDGING })
  valid(@Root() query: SavedQueryType): boolean {
    return this.#fitness(query).problems.length === 0;
  }

  @FieldResolver(() => [String], {
    description: "不符合现行接口之处 · Where it no longer fits the schema",
  })
  @Extensions({ price: JUDGING })
  problems(@Root() query: SavedQueryType, @Ctx() { language }: RequestContext): string[] {
    return this.#fitness(query).problems.map((problem) => problem[language]);
  }

  @FieldResolver(() => SavedQueryVersionConnectionType, { description: "各版本 · Its versions" })
  async versions(
    @Root() { row }: SavedQueryType,
    @Args(() => VersionPageArgs) { orderBy, ...paging }: VersionPageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<SavedQueryVersionType>> {
    const page = readPage(paging);
    const newestFirst = await loaders.of(versionsOfQuery).load(row.id);
    const rows = orderBy === "NUMBER_ASC" ? newestFirst.toReversed() : newestFirst;
    return connectionOf(pageOfRows(rows, page, numberOf), page, numberOf, presentVersion);
  }

  #fitness({ document, variables }: SavedQueryType): Fitness {
    return this.#judge.fitnessOf(document, variables);
  }
}
