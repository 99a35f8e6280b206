import { sourcesIn, knownCodes, sectionsIn } from "./report-content.js";
import { connectionOf, pageOfRows, readPage, type Connection } from "../platform/graphql/paging.js";
import { VersionPageArgs } from "../platform/graphql/paging.types.js";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Public } from "../access/api.js";
import { type RequestContext } from "../access/index.js";
import { filingOfReport, submittedReportOfUnit, versionsOfReport } from "./report.loader.js";
import { ownerOf, presentCell, presentReport, presentSections, presentVersion } from "./report.presenter.js";
import {
  AnnualReportType,
  ReportCellType,
  ReportSectionType,
  ReportVersionConnectionType,
  ReportVersionType,
} from "./report.types.js";
import { presentUnit, unitById, type UnitRow } from "../units/index.js";
import { UnitType } from "../units/api.js";
import {
  PRESENTED_FORMATS,
  presentedIndicators,
  presentTable,
  type IndicatorSource,
} from "../forms/index.js";
import {
  IndicatorSourceEnum,
  IndicatorType,
  ProactiveTableType,
  RemedyTableType,
  RequestTableType,
  ReportFormatType,
} from "../forms/api.js";

const numberOf = ({ number }: { readonly number: number }): string => String(number);

@Resolver(() => AnnualReportType)
export class ReportResolver {
  @Query(() => [ReportFormatType], { description: "年报格式 · The official forms" })
  @Public()
  reportFormats(): readonly ReportFormatType[] {
    return PRESENTED_FORMATS;
  }

  @Query(() => [IndicatorType], {
    description:
      "可用于比较、排名和统计的全部指标 · Every indicator that reports can be compared, ranked and counted by",
  })
  @Public()
  indicators(
    @Arg("source", () => IndicatorSourceEnum, {
      nullable: true,
      description: "只要这一来源的 · Only those from this source",
    })
    source: IndicatorSource | null | undefined,
  ): readonly IndicatorType[] {
    return presentedIndicators(source ?? null);
  }

  @FieldResolver(() => UnitType)
  async unit(@Root() { view }: AnnualReportType, @Ctx() context: RequestContext): Promise<UnitType> {
    return presentUnit(await unitOf(view.unitId, context));
  }

  @FieldResolver(() => String, {
    description: "报送时的机关名称 · The organ's name when the report was filed",
  })
  async unitName(@Root() { view }: AnnualReportType, @Ctx() context: RequestContext): Promise<string> {
    return view.unitName ?? (await unitOf(view.unitId, context)).name;
  }

  @FieldResolver(() => ProactiveTableType)
  proactive(@Root() { figures }: AnnualReportType): object {
    return presentTable("proactive", figures());
  }

  @FieldResolver(() => RequestTableType)
  requests(@Root() { figures }: AnnualReportType): object {
    return presentTable("requests", figures());
  }

  @FieldResolver(() => RemedyTableType)
  remedies(@Root() { figures }: AnnualReportType): object {
    return presentTable("remedies", figures());
  }

  @FieldResolver(() => [ReportCellType], {
    description:
      "按代码取单元格，不给则为全部 · Any cells by indicator code; all of the form when codes is left out",
  })
  async cells(
    @Root() { view, figures }: AnnualReportType,
    @Arg("codes", () => [String], { nullable: true }) codes: string[] | null,
    @Ctx() context: RequestContext,
  ): Promise<ReportCellType[]> {
    const sources = await sourcesIn(view.format, view.content, context);
    const wanted = codes ? knownCodes(codes) : figures().format.cells.map((cell) => cell.code);
    return wanted.map((code) => presentCell(code, ownerOf(view), figures(), sources));
  }

  @FieldResolver(() => [ReportSectionType])
  async sections(
    @Root() { view }: AnnualReportType,
    @Ctx() context: RequestContext,
  ): Promise<ReportSectionType[]> {
    return presentSections(view.format, await sectionsIn(view.content, context));
  }

  @FieldResolver(() => Boolean, {
    description:
      "已发布，更正正在进行：公众看到的仍是已发布的版本 · Published, and a correction is under way: the public still reads the published version",
  })
  async correctionUnderWay(
    @Root() { view }: AnnualReportType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<boolean> {
    return (await loaders.of(filingOfReport).load(view.id))?.underCorrection ?? false;
  }

  @FieldResolver(() => AnnualReportType, {
    nullable: true,
    description: "上年报告的最新版本 · The newest version of last year's, same unit and scope",
  })
  async previous(
    @Root() { view }: AnnualReportType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<AnnualReportType | null> {
    const unit = { id: view.unitId, path: view.unitPath };
    const key = { unit, year: view.year - 1, scope: view.scope };
    const previous = await loaders.of(submittedReportOfUnit).load(key);
    return previous && presentReport(previous);
  }

  @FieldResolver(() => Boolean, {
    description:
      "同一人办理：可见的最新版本由一人编报并报送，或报送并审定 · One person took two steps in turn on the newest version that the caller sees",
  })
  async samePerson(@Root() { view }: AnnualReportType, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    const [newest] = await loaders.of(versionsOfReport).load(view.id);
    return Boolean(newest?.samePerson);
  }

  @FieldResolver(() => ReportVersionConnectionType, {
    description: "各次报送版本；公众只见已发布的 · What was submitted; the public sees the published ones",
  })
  async versions(
    @Root() { view }: AnnualReportType,
    @Args(() => VersionPageArgs) { orderBy, ...paging }: VersionPageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<ReportVersionType>> {
    const page = readPage(paging);
    const newestFirst = await loaders.of(versionsOfReport).load(view.id);
    const rows = orderBy === "NUMBER_ASC" ? newestFirst.toReversed() : newestFirst;
    return connectionOf(pageOfRows(rows, page, numberOf), page, numberOf, presentVersion);
  }
}

async function unitOf(unitId: string, { loaders }: RequestContext): Promise<UnitRow> {
  const unit = await loaders.of(unitById).load(unitId);
  if (!unit) throw new Error("a report belongs to a unit");
  return unit;
}
