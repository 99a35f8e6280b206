import { EventPageArgs, HistoryConnectionType } from "../history/api.js";
import { historyCursor, presentEntry } from "../history/index.js";
import { connectionOf, pageOfRows, readPage } from "../platform/graphql/paging.js";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Public } from "../access/api.js";
import { holds, type Permission, type RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { nameSteps, presentStep, RecordStepType, STEPS_DESCRIPTION } from "../platform/graphql/step.types.js";
import { settingsOfUnits } from "../settings/index.js";
import { tookStepBefore } from "./four-eyes.js";
import { REPORT_STEPS, type ReportStanding } from "./report.steps.js";
import type { ReportVerb } from "./report.workflow.js";
import { presentFinding, presentRule } from "./finding.presenter.js";
import {
  FindingsStateEnum,
  FindingStatusEnum,
  FindingType,
  RuleType,
  SeverityEnum,
} from "./finding.types.js";
import type { FindingStatus } from "./finding.entity.js";
import { findingsOfReport, marksOfAll, stepsOfReport } from "./finding.loader.js";
import { isLeft } from "./recheck-marks.js";
import { type ReportView, seesWork } from "../reports/index.js";
import { AnnualReportType } from "../reports/api.js";
import { RULES, type Severity } from "../rules/index.js";

nameSteps(REPORT_STEPS);

/** The work on a report, for those whose work it is: findings, what was done, what may be done. */
@Resolver(() => AnnualReportType)
export class ReportWorkResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  @Query(() => [RuleType], { description: "审核规则 · The rules that reports are checked by" })
  @Public()
  rules(@Ctx() { language }: RequestContext): RuleType[] {
    return RULES.map((rule) => presentRule(rule, language));
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
}
