import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { presentUnit } from "../../units/index.js";
import { indicator, showCellValue } from "../../forms/index.js";
import { presentReport } from "../../filing/index.js";
import { ReportCellType } from "../../filing/api.js";
import { partsOf } from "./cell-members.js";
import { CellMemberType } from "./roll-up.types.js";

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
