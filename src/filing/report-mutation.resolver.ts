import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../access/api.js";
import type { Call, Commands, Outcome, RequestContext } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { payload, type MutationInput, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentUnit, unitById } from "../units/index.js";
import {
  eachFinding,
  explainFinding,
  type FindingStatement,
  judgeFinding,
} from "./commands/explain-finding.js";
import { moveReport, type MoveReport } from "./commands/move-report.js";
import { refreshFindings } from "./commands/refresh-findings.js";
import { saveReport } from "./commands/save-report.js";
import { setDeadline } from "./commands/set-deadline.js";
import { presentFinding, presentReportProblems } from "./finding.presenter.js";
import {
  ApproveReportInput,
  ApproveReportPayload,
  ExplainFindingInput,
  ExplainFindingPayload,
  ExplainFindingsInput,
  ExplainFindingsPayload,
  JudgeFindingInput,
  JudgeFindingPayload,
  JudgeFindingsInput,
  JudgeFindingsPayload,
  PublishReportInput,
  PublishReportPayload,
  type ReportPayload,
  type ReportStep,
  RequestReviewInput,
  RequestReviewPayload,
  ReturnReportInput,
  ReturnReportPayload,
  ReviseReportInput,
  ReviseReportPayload,
  SaveReportInput,
  SaveReportPayload,
  SetFilingDeadlineInput,
  SetFilingDeadlinePayload,
  SubmitReportInput,
  SubmitReportPayload,
} from "./mutation.types.js";
import type { FindingRow } from "./finding.entity.js";
import { presentWorkingCopy, type ReportRow } from "../reports/index.js";
import type { Edited } from "./report-editing.js";
import { primeEdited } from "./finding.loader.js";
import type { ReportServices } from "./report-services.js";
import type { ReportVerb } from "./report.workflow.js";

@Resolver()
export class ReportMutationResolver {
  readonly #database: Database;
  readonly #commands: Commands;
  readonly #services: ReportServices;

  constructor(database: Database, commands: Commands, services: ReportServices) {
    this.#database = database;
    this.#commands = commands;
    this.#services = services;
  }

  @Mutation(() => SaveReportPayload, {
    description:
      "保存年报：只改所给的单元格和文字，有一处不合要求则全部不存 · Merges cells and sections, all or nothing",
  })
  @Access("report:save", "rollUp:save")
  async saveReport(
    @Arg("input", () => SaveReportInput) input: SaveReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    const stored: Edited[] = [];
    const outcome = await this.#commands.run({ ...context, name: "saveReport", input }, async (_, call) => {
      const edited = await saveReport(call, { ...input, scope: input.scope ?? "OWN" }, this.#services);
      stored.push(edited);
      return edited.report;
    });
    if (outcome.record) primeEdited(context.loaders, stored.at(-1));
    return presentOutcome(outcome, context);
  }

  @Mutation(() => RequestReviewPayload, {
    description: "送审：草稿或已退回 → 单位审核中 · DRAFT or RETURNED to UNDER_REVIEW",
  })
  @Access("report:requestReview")
  requestReview(
    @Arg("input", () => RequestReviewInput) input: RequestReviewInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    return this.#move("requestReview", "requestReview", input, context);
  }

  @Mutation(() => SubmitReportPayload, {
    description:
      "报送：有错误未消除或警告未说明时不予报送 · To SUBMITTED; refused while an ERROR is open or a WARNING is not explained",
  })
  @Access("report:submit", "rollUp:submit")
  async submitReport(
    @Arg("input", () => SubmitReportInput) input: SubmitReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    const { viewer } = context;
    const target = {
      reportId: idOfType("AnnualReport", input.reportId),
      expectedRevision: input.expectedRevision,
    };
    await this.#database.write(viewer.scope, (session) =>
      refreshFindings(session, viewer, target, this.#services),
    );
    return this.#move("submitReport", "submit", input, context);
  }

  @Mutation(() => ReturnReportPayload, {
    description:
      "退回：主管部门退回已报送、已审定的；审核人退回审核中的 · Sends a report back with a reason, opening the cells it names",
  })
  @Access("report:return")
  returnReport(
    @Arg("input", () => ReturnReportInput) input: ReturnReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    return this.#move("returnReport", "return", input, context);
  }

  @Mutation(() => ApproveReportPayload, { description: "审定 · SUBMITTED to APPROVED" })
  @Access("report:approve")
  approveReport(
    @Arg("input", () => ApproveReportInput) input: ApproveReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    return this.#move("approveReport", "approve", input, context);
  }

  @Mutation(() => PublishReportPayload, { description: "发布 · APPROVED to PUBLISHED" })
  @Access("report:publish")
  publishReport(
    @Arg("input", () => PublishReportInput) input: PublishReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    return this.#move("publishReport", "publish", input, context);
  }

  @Mutation(() => ReviseReportPayload, {
    description:
      "更正已发布的年报：新版发布前，公众仍见原版 · Opens a corrected version; the published one stays public until the new one is published",
  })
  @Access("report:revise")
  reviseReport(
    @Arg("input", () => ReviseReportInput) input: ReviseReportInput,
    @Ctx() context: RequestContext,
  ): Promise<ReportPayload> {
    return this.#move("reviseReport", "revise", input, context);
  }

  @Mutation(() => ExplainFindingPayload, {
    description: "说明疑点（单位） · The unit says why a finding stands, or takes its explanation back",
  })
  @Access("finding:explain")
  explainFinding(
    @Arg("input", () => ExplainFindingInput) input: ExplainFindingInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ExplainFindingPayload>> {
    return this.#finding("explainFinding", explainFinding, input, context);
  }

  @Mutation(() => ExplainFindingsPayload, {
    description:
      "一次说明多条疑点：全部成功或全部不办，问题指明第几条 · Explains several findings: all or none; problems name the place in the list",
  })
  @Access("finding:explain")
  explainFindings(
    @Arg("input", () => ExplainFindingsInput) input: ExplainFindingsInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ExplainFindingsPayload>> {
    return this.#findings("explainFindings", explainFinding, input, context);
  }

  @Mutation(() => JudgeFindingPayload, {
    description:
      "判定疑点（主管部门）：认可说明、判为误报，或退回说明 · The district office accepts a finding, calls it a false alarm, or opens it again",
  })
  @Access("finding:judge")
  judgeFinding(
    @Arg("input", () => JudgeFindingInput) input: JudgeFindingInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof JudgeFindingPayload>> {
    return this.#finding("judgeFinding", judgeFinding, input, context);
  }

  @Mutation(() => JudgeFindingsPayload, {
    description:
      "一次判定多条疑点：全部成功或全部不办，问题指明第几条 · Judges several findings: all or none; problems name the place in the list",
  })
  @Access("finding:judge")
  judgeFindings(
    @Arg("input", () => JudgeFindingsInput) input: JudgeFindingsInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof JudgeFindingsPayload>> {
    return this.#findings("judgeFindings", judgeFinding, input, context);
  }

  @Mutation(() => SetFilingDeadlinePayload, {
    description:
      "确定本辖区的报送期限，不得晚于 1 月 31 日 · The district's own filing date for the units below it",
  })
  @Access("deadline:set")
  async setFilingDeadline(
    @Arg("input", () => SetFilingDeadlineInput) input: SetFilingDeadlineInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SetFilingDeadlinePayload>> {
    const command = { ...context, name: "setFilingDeadline", input };
    const outcome = await this.#commands.run(command, (_, call) => setDeadline(call, input));
    return payload("unit", outcome, presentUnit, context);
  }

  async #finding<Input extends StatementInput>(
    name: string,
    take: Take<Input>,
    input: Input,
    context: RequestContext,
  ): Promise<PayloadOf<typeof ExplainFindingPayload>> {
    const outcome = await this.#commands.run({ ...context, name, input }, (_, call) =>
      take(call, statement(input)),
    );
    return payload("finding", outcome, (finding) => presentFinding(finding, context.language), context);
  }

  async #findings<Input extends StatementInput>(
    name: string,
    take: Take<Input>,
    input: MutationInput & { readonly findings: readonly Input[] },
    context: RequestContext,
  ): Promise<PayloadOf<typeof ExplainFindingsPayload>> {
    const outcome = await this.#commands.run({ ...context, name, input }, (_, call) =>
      eachFinding(call, take, input.findings.map(statement)),
    );
    const present = (findings: readonly FindingRow[]) =>
      findings.map((finding) => presentFinding(finding, context.language));
    return payload("findings", outcome, present, context);
  }

  async #move(
    name: string,
    verb: ReportVerb,
    input: ReportStep,
    context: RequestContext,
  ): Promise<ReportPayload> {
    const reportId = idOfType("AnnualReport", input.reportId);
    const { expectedRevision } = input;
    const step: MoveReport =
      "reason" in input
        ? {
            reportId,
            expectedRevision,
            reason: input.reason,
            cells: input.cells ?? [],
            dueOn: input.dueOn ?? null,
          }
        : { reportId, expectedRevision, reason: input.comment ?? null };
    const outcome = await this.#commands.run({ ...context, name, input }, (_, call) =>
      moveReport(call, verb, step, this.#services),
    );
    return presentOutcome(outcome, context);
  }
}

type StatementInput = Pick<MutationInput, "idempotencyKey"> & { readonly findingId: string } & Omit<
    FindingStatement,
    "findingId"
  >;
type Take<Input> = (call: Call, input: Statement<Input>) => Promise<FindingRow>;
type Statement<Input> = Omit<Input, "findingId"> & { readonly findingId: string | null };

const statement = <Input extends StatementInput>(input: Input): Statement<Input> => ({
  ...input,
  findingId: idOfType("Finding", input.findingId),
});

async function presentOutcome(
  { record, problems }: Outcome<ReportRow>,
  { loaders, language }: RequestContext,
): Promise<ReportPayload> {
  const unit = record && (await loaders.of(unitById).load(record.unitId));
  return {
    report: record && unit ? presentWorkingCopy(record, unit.path) : null,
    problems: presentReportProblems(problems, language),
  };
}
