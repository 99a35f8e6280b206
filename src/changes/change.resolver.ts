import { Args, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Public } from "../access/api.js";
import type { RequestContext } from "../access/index.js";
import { presentSubject } from "../history/index.js";
import { badInput } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { Database, Session } from "../platform/db/index.js";
import { connectionOf, encodeCursor, readPage, wrongCursor } from "../platform/graphql/paging.js";
import type { ReportStatus } from "../reports/index.js";
import { UnitType } from "../units/api.js";
import { presentUnit, unitById, unitsByCodes } from "../units/index.js";
import type { ChangeCursors } from "./change-cursor.js";
import type { ChangeNumbers } from "./change-numbers.js";
import {
  changeCount,
  changePage,
  feedEnd,
  type ChangeFilter,
  type ChangeFound,
} from "./change.read-model.js";
import { ChangeArgs, ChangeConnectionType, ChangeType } from "./change.types.js";
import type { ChangeKind } from "./changes.data.js";

const MOST_UNITS = 100;

type Read = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

export interface Feed {
  readonly numbers: ChangeNumbers;
  readonly cursors: ChangeCursors;
}

export const feedResolvers = (parts: { readonly database: Database; readonly feed: Feed }): object[] => [
  new ChangesResolver(parts.database, parts.feed),
  new ChangeResolver(),
  new ChangeConnectionResolver(),
];

@Resolver()
class ChangesResolver {
  readonly #database: Database;
  readonly #numbers: ChangeNumbers;
  readonly #cursors: ChangeCursors;

  constructor(database: Database, { numbers, cursors }: Feed) {
    this.#database = database;
    this.#numbers = numbers;
    this.#cursors = cursors;
  }

  @Query(() => ChangeConnectionType, {
    description:
      "变化：since 之后可见的单位有何变化，供轮询。本单位的人看本单位的，主管部门看所辖的，其余的人只看已公开的；不含查阅、登录和账号。晚提交的变化也不会漏掉：其游标总在已取的之后 · The feed of changes, for polling: what changed behind a cursor. A unit's people see their own, an OFFICER the subtree's, all others what is public; readings, sign-ins and accounts are no changes. Nothing is skipped: a change that is committed late stands behind whatever was read before",
  })
  @Public()
  @Extensions({ price: { weight: 1, multipliers: ["last", "first"] } })
  async changes(
    @Args(() => ChangeArgs) args: ChangeArgs,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ChangeConnectionType> {
    const page = readPage(args);
    const number = page.from === null ? null : this.#cursors.numberOf(page.from);
    if (page.from !== null && number === null) throw wrongCursor(page);
    const since = this.#since(args.since ?? null);
    const direction = args.orderBy === "COMMITTED_DESC" ? "desc" : "asc";
    const read: Read = (work) => this.#database.read(viewer.scope, work);
    const end = await this.#end(read);
    // Nothing has changed anywhere: nothing to look for.
    const filter = since < end ? await this.#filter(read, args, { since, through: end }) : null;
    const rows = filter
      ? await read((session) => changePage(session, filter, { ...page, number }, direction))
      : [];
    const shown = connectionOf(
      { rows, totalCount: 0 },
      page,
      (row) => this.#cursors.of(row.number),
      (row) => this.#present(row, viewer.user?.id),
    );
    const goesOn = direction === "asc" && !page.backwards && shown.pageInfo.hasNextPage;
    return {
      ...shown,
      next:
        (goesOn ? shown.pageInfo.endCursor : null) ?? encodeCursor(this.#cursors.of(Math.max(end, since))),
      count: () => (filter ? read((session) => changeCount(session, filter)) : Promise.resolve(0)),
    };
  }

  #since(cursor: string | null): number {
    if (cursor === null) return 0;
    const number = this.#cursors.numberOf(Buffer.from(cursor, "base64url").toString());
    if (number === null || encodeCursor(this.#cursors.of(number)) !== cursor)
      throw badInput(text("游标无效", "The cursor is not valid"), ["since"]);
    return number;
  }

  /** The greatest number, once whatever was committed before this call has its own. */
  async #end(read: Read): Promise<number> {
    const { number, waiting } = await read(feedEnd);
    if (!waiting) return number;
    await this.#numbers.catchUp();
    return (await read(feedEnd)).number;
  }

  async #filter(
    read: Read,
    { units: codes, subtree, kinds }: ChangeArgs,
    between: Pick<ChangeFilter, "since" | "through">,
  ): Promise<ChangeFilter> {
    if (codes && codes.length > MOST_UNITS)
      throw badInput(text(`单位至多 ${MOST_UNITS} 个`, `${MOST_UNITS} units at most`), ["units"]);
    const units = codes ? await read((session) => unitsByCodes(session, codes)) : null;
    return { ...between, units, subtree: subtree ?? false, kinds: kinds ?? null };
  }

  #present(row: ChangeFound, userId: string | undefined): ChangeType {
    return {
      unitId: row.unitId,
      cursor: encodeCursor(this.#cursors.of(row.number)),
      kind: row.kind as ChangeKind,
      at: row.at,
      on: row.onDate,
      subject: presentSubject(row),
      year: row.year,
      status: row.status as ReportStatus | null,
      revision: row.revision,
      own: userId !== undefined && row.actorId === userId,
    };
  }
}

@Resolver(() => ChangeType)
class ChangeResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "单位；已从登记中删除的为空 · The unit; null of one that was removed from the register",
  })
  async unit(@Root() { unitId }: ChangeType, @Ctx() { loaders }: RequestContext): Promise<UnitType | null> {
    const row = await loaders.of(unitById).load(unitId);
    return row && presentUnit(row);
  }
}

@Resolver(() => ChangeConnectionType)
class ChangeConnectionResolver {
  @FieldResolver(() => Int, {
    description: "总数，问及才数 · How many there are in all; counted only when asked for",
  })
  totalCount(@Root() { count }: ChangeConnectionType): Promise<number> {
    return count();
  }
}
