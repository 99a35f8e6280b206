import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { reaches } from "../kernel/tenant-scope.js";
import { connectionOf, readPage } from "../platform/graphql/paging.js";
import { ShortPageArgs } from "../platform/graphql/paging.types.js";
import { DecimalScalar } from "../platform/graphql/scalars.js";
import { listCursor } from "../records/index.js";
import { formatOfYear, indicator, showCellValue } from "../forms/index.js";
import { differencesOfVersion } from "../reports/index.js";
import { ReportCellType } from "../reports/api.js";
import { membersValue } from "./roll-up/cell-members.resolver.js";
import { CELL_FEEDS, type CellFeed } from "./cell-feeds.data.js";
import { fedValue, isFedBy } from "./ledger-values.js";
import { feeds } from "./fed-parts.js";
import { fedPartsOfUnit, membersOfFeed, talliesOfFeed, type FeedKey } from "./feed.loader.js";
import { ledgerRecord, pageOfMembers } from "./ledger-record.js";
import { LedgerRecordConnectionType } from "./ledger-record.types.js";

@Resolver(() => ReportCellType)
export class ReportCellResolver {
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      "台账数；本级汇总为各成员之和。台账不生成该单元格、该单位未建该台账、年度早于台账完整之年，或无权查看时为空 · What the ledgers say now, or the members of a 本级汇总; null where they do not feed the cell, the unit does not keep that ledger, the year lies before it was complete, or the caller may not read them",
  })
  async ledgerValue(@Root() cell: ReportCellType, @Ctx() context: RequestContext): Promise<string | null> {
    if (cell.home.scope === "SYSTEM") return membersValue(cell, context);
    const fed = await feedOf(cell, context);
    const figure = indicator(cell.indicator.code);
    if (!fed || !figure) return null;
    const tallies = await context.loaders.of(talliesOfFeed).load(fed.key);
    return showCellValue(figure, fedValue(figure, fed.feed, tallies));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "与台账不一致的理由 · Why value differs from ledgerValue, in the unit's words",
  })
  async difference(
    @Root() { indicator: { code }, home }: ReportCellType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string | null> {
    const { content } = home;
    if (content.kind === "draft") return content.cells[code]?.difference ?? null;
    return (await loaders.of(differencesOfVersion).load(content.versionId))[code] ?? null;
  }

  @FieldResolver(() => LedgerRecordConnectionType, {
    nullable: true,
    description: "台账数所计的记录 · The very records that ledgerValue counts or sums; null where it is",
  })
  async records(
    @Root() cell: ReportCellType,
    @Args(() => ShortPageArgs) paging: ShortPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<LedgerRecordConnectionType | null> {
    const page = readPage(paging);
    const fed = await feedOf(cell, context);
    if (!fed) return null;
    const members = await context.loaders.of(membersOfFeed).load(fed.key);
    const counted = members.filter((member) => isFedBy(fed.feed, member));
    const onPage = pageOfMembers(counted, page);
    const found = await Promise.all(
      onPage.map(async ({ id, since }) => {
        const record = await ledgerRecord(fed.feed.feed.ledger, id, context);
        return record ? [{ id, orderedBy: since, record }] : [];
      }),
    );
    const list = { rows: found.flat(), totalCount: counted.length };
    return connectionOf(list, page, listCursor, ({ record }) => record);
  }
}

interface Fed {
  readonly feed: CellFeed;
  readonly key: FeedKey;
}

/** null for a 本级汇总, a cell of no ledger, of one that does not feed the year, or of another form, and whoever may not read it. */
async function feedOf(
  { indicator: { code }, home }: ReportCellType,
  { viewer, loaders }: RequestContext,
): Promise<Fed | null> {
  const { unit, year, scope } = home;
  const feed = CELL_FEEDS.get(code);
  if (!feed || scope === "SYSTEM" || formatOfYear(year)?.position(code) === undefined) return null;
  if (!reaches(viewer.scope.ledgers, unit)) return null;
  const part = (await loaders.of(fedPartsOfUnit).load({ unit, year })).get(feed.part);
  return part && feeds(part) ? { feed, key: { feed: feed.feed, unitId: unit.id, year } } : null;
}
