import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { presentCell, versionOwner } from "./report.presenter.js";
import { knownCodes, sourcesIn } from "./report-content.js";
import { ReportCellType, ReportVersionType } from "./report.types.js";
import { figuresOf } from "./report.view.js";

@Resolver(() => ReportVersionType)
export class VersionResolver {
  @FieldResolver(() => [ReportCellType])
  async cells(
    @Root() { head }: ReportVersionType,
    @Arg("codes", () => [String], { nullable: true }) codes: string[] | null,
    @Ctx() context: RequestContext,
  ): Promise<ReportCellType[]> {
    const owner = versionOwner(head);
    const { content } = owner.home;
    const figures = figuresOf({ format: head.format, content });
    const sources = await sourcesIn(head.format, content, context);
    const wanted = codes ? knownCodes(codes) : figures.format.cells.map((cell) => cell.code);
    return wanted.map((code) => presentCell(code, owner, figures, sources));
  }
}
