import { EventPageArgs, HistoryConnectionType } from "../history/api.js";
import { historyCursor, presentEntry } from "../history/index.js";
import { connectionOf, pageOfRows, readPage, type Connection } from "../platform/graphql/paging.js";
import { VersionPageArgs } from "../platform/graphql/paging.types.js";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Public } from "../access/api.js";
import { holds, type Permission, type RequestContext, type Viewer } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { nameSteps, presentStep, RecordStepType, STEPS_DESCRIPTION } from "../platform/graphql/step.types.js";
import { settingsOfUnits } from "../settings/index.js";
import { tookStepBefore } from "./four-eyes.js";
import { REPORT_STEPS, type ReportStanding } from "./report.steps.js";
import type { ReportVerb } from "./report.workflow.js";
import { badInput } from "../kernel/fault.js";
import { reaches } from "../kernel/tenant-scope.js";
import { presentUnit, unitById, type UnitRow } from "../units/index.js";
import { UnitType } from "../units/api.js";
import {
  indicator,
  noIndicator,
  PRESENTED_FORMATS,
  formatOf,
  presentedIndicators,
  presentTable,
  type IndicatorSource,
} from "../forms/index.js";
import { presentFinding, presentRule } from "./finding.presenter.js";
import {
  FindingsStateEnum,
  FindingStatusEnum,
  FindingType,
  RuleType,
  SeverityEnum,
} from "./finding.types.js";
import type { FindingStatus } from "./finding.entity.js";
import { completedValues, sourcesOf } from "./draft.js";
import {
  IndicatorSourceEnum,
  IndicatorType,
  ProactiveTableType,
  RemedyTableType,
  RequestTableType,
  ReportFormatType,
} from "../forms/api.js";
import type { CellSource, Sections } from "./report.entity.js";
import {
  documentOfVersion,
  filingOfReport,
  findingsOfReport,
  marksOfAll,
  stepsOfReport,
  submittedReportOfUnit,
  versionsOfReport,
} from "./report.loader.js";
import { ownerOf, presentCell, presentReport, presentSections, presentVersion } from "./report.presenter.js";
import { isLeft } from "./recheck-marks.js";
import type { ReportContent, ReportView } from "./report.view.js";
import {
  AnnualReportType,
  ReportCellType,
  ReportSectionType,
  ReportVersionConnectionType,
  ReportVersionType,
} from "./report.types.js";
import { RULES, type Severity } from "../rules/index.js";

nameSteps(REPORT_STEPS);

const numberOf = ({ number }: { readonly number: number }): string => String(number);

@Resolver(() => AnnualReportType)
export class ReportResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

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
    source: IndicatorSource | null,
  ): readonly IndicatorType[] {
    return presentedIndicators(source);
  }

  @Query(() => [RuleType], { description: "审核规则 · The rules that reports are checked by" })
  @Public()
  rules(@Ctx() { language }: RequestContext): RuleType[] {
    return RULES.map((rule) => presentRule(rule, language));
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

  @FieldResolver(() => FindingsStateEnum, {
    nullable: true,
    description:
      "疑点是否为最新；看不到疑点的人为空 · Whether the findings are up to date; null for whoever does not see them",
  })
  async findingsState(
    @Root() { view }: AnnualReportType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<"CURRENT" | "BEING_CHECKED" | null> {
    if (!seesWork(viewer, view)) return null;
    const marks = await loaders.of(marksOfAll).load("all");
    return marks.some((mark) => isLeft(mark, view)) ? "BEING_CHECKED" : "CURRENT";
  }

  @FieldResolver(() => [FindingType], {
    nullable: true,
    description:
      "疑点；只有本单位和主管部门可见，其他人为 null · What the rules found; null for whoever may not see the working copy: only the unit and its district office may",
  })
  async findings(
    @Root() { view }: AnnualReportType,
    @Arg("severities", () => [SeverityEnum], { nullable: true }) severities: Severity[] | null,
    @Arg("statuses", () => [FindingStatusEnum], { nullable: true }) statuses: FindingStatus[] | null,
    @Ctx() { viewer, loaders, language }: RequestContext,
  ): Promise<FindingType[] | null> {
    if (!seesWork(viewer, view)) return null;
    return (await loaders.of(findingsOfReport).load(view.id))
      .filter((f) => !severities || severities.includes(f.severity))
      .filter((f) => !statuses || statuses.includes(f.status))
      .map((finding) => presentFinding(finding, language));
  }

  @FieldResolver(() => HistoryConnectionType, {
    nullable: true,
    description:
      "办理记录；只有本单位和主管部门可见，其他人为 null · Who did what, when and why; null for whoever may not see the working copy",
  })
  async events(
    @Root() { view }: AnnualReportType,
    @Args(() => EventPageArgs) { orderBy, ...paging }: EventPageArgs,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<HistoryConnectionType | null> {
    const page = readPage(paging);
    if (!seesWork(viewer, view)) return null;
    const oldestFirst = (await loaders.of(stepsOfReport).load(view.id)).map(({ entry }) => entry);
    const rows = orderBy === "RECORDED_DESC" ? oldestFirst.toReversed() : oldestFirst;
    return connectionOf(pageOfRows(rows, page, historyCursor), page, historyCursor, presentEntry);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  async steps(@Root() { view }: AnnualReportType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    const standing = await this.#standing(view, context);
    return Object.entries(REPORT_STEPS).map(([mutation, { name, whyNot }]) =>
      presentStep(mutation, name, whyNot(standing), context.language),
    );
  }

  async #standing(report: ReportView, { viewer, loaders }: RequestContext): Promise<ReportStanding> {
    const unit = { id: report.unitId, path: report.unitPath };
    const standing = { report, now: this.#clock.now(), roles: viewer.rolesAt(unit) };
    const may = (permission: Permission) => holds(viewer, permission, unit);
    const { user } = viewer;
    // To others every step is closed by their role alone.
    if (!user || standing.roles.size === 0)
      return { ...standing, may, findings: [], samePerson: () => false };
    const [findings, events, settings] = await Promise.all([
      loaders.of(findingsOfReport).load(report.id),
      loaders.of(stepsOfReport).load(report.id),
      loaders.of(settingsOfUnits).load("all"),
    ]);
    const separate = !settings(unit)["reports.onePerson"];
    const samePerson = (verb: ReportVerb) => separate && tookStepBefore(verb, user.id, events);
    return { ...standing, may, findings, samePerson };
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

/** Findings and the record of the work are of the working copy. */
export const seesWork = ({ scope }: Viewer, { unitId, unitPath }: ReportView): boolean =>
  reaches(scope.working, { id: unitId, path: unitPath });

async function unitOf(unitId: string, { loaders }: RequestContext): Promise<UnitRow> {
  const unit = await loaders.of(unitById).load(unitId);
  if (!unit) throw new Error("a report belongs to a unit");
  return unit;
}

export async function sourcesIn(
  format: string,
  content: ReportContent,
  { loaders }: RequestContext,
): Promise<readonly CellSource[]> {
  if (content.kind === "version")
    return (await loaders.of(documentOfVersion).load(content.versionId))?.sources ?? [];
  const form = formatOf(format);
  return sourcesOf(form, content.cells, completedValues(form, content.cells));
}

export async function sectionsIn(content: ReportContent, { loaders }: RequestContext): Promise<Sections> {
  if (content.kind === "draft") return content.sections;
  return (await loaders.of(documentOfVersion).load(content.versionId))?.sections ?? {};
}

export function knownCodes(codes: readonly string[]): readonly string[] {
  const unknown = codes.findIndex((code) => !indicator(code));
  if (unknown >= 0) throw badInput(noIndicator(codes[unknown] ?? ""), ["codes", String(unknown)]);
  return codes;
}
