import type { RequestContext } from "../../access/index.js";
import { indicator, showCellValue } from "../../forms/index.js";
import { ReportCellType } from "../../reports/api.js";
import { presentReport } from "../../reports/index.js";
import { rollUpOf } from "./roll-up.loader.js";
import { valuesOfMembers, type MemberValue } from "./roll-up.js";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { presentUnit } from "../../units/index.js";
import { CellMemberType } from "./roll-up.types.js";

/** Sum of the members in a cell; null without access to what they submitted. */
export async function membersValue(cell: ReportCellType, context: RequestContext): Promise<string | null> {
  const figure = indicator(cell.indicator.code);
  const parts = await partsOf(cell, context);
  const values = parts?.flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
  if (!figure || values.length === 0) return null;
  return showCellValue(
    figure,
    values.reduce((sum, value) => sum + value, 0),
  );
}

/** null for other reports, for indicators that are derived, and for whoever does not see what the members submitted. */
export async function partsOf(
  { home, indicator: { code, derived } }: ReportCellType,
  { loaders }: RequestContext,
): Promise<MemberValue[] | null> {
  if (home.scope !== "SYSTEM" || derived) return null;
  const rollUp = await loaders.of(rollUpOf).load({ unitId: home.unit.id, year: home.year });
  return rollUp && valuesOfMembers(rollUp, code);
}

@Resolver(() => ReportCellType)
export class CellMembersResolver {
  @FieldResolver(() => [CellMemberType], {
    nullable: true,
    description:
      "本级汇总该单元格的组成，数大的在前；其余报告为空 · Each member's part of a cell of a 本级汇总, largest first; null for other reports",
  })
  async members(
    @Root() cell: ReportCellType,
    @Ctx() context: RequestContext,
  ): Promise<CellMemberType[] | null> {
    const figure = indicator(cell.indicator.code);
    const parts = await partsOf(cell, context);
    if (!parts || !figure) return null;
    return parts.map(({ member: { unit, report }, value }) => ({
      unit: presentUnit(unit),
      report: report && presentReport(report),
      value: value === null ? null : showCellValue(figure, value),
    }));
  }
}
