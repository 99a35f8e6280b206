import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { unitById } from "../units/index.js";
import { deriveReport, type DerivedReport } from "./derive-report.js";
import { completedValues, ownerOf, presentCell, presentWorkingCopy, sourcesOf } from "../reports/index.js";
import type { ReportServices } from "../filing/index.js";
import { presentReportProblems } from "../filing/api.js";
import type { AnnualReportType } from "../reports/api.js";
import { formatOf } from "../forms/index.js";
import { presentFeeds } from "./ledger-feed.presenter.js";
import { DeriveReportInput, DeriveReportPayloadType } from "./derivation.types.js";

@Resolver()
export class DerivationResolver {
  readonly #commands: Commands;
  readonly #services: ReportServices;

  constructor(commands: Commands, services: ReportServices) {
    this.#commands = commands;
    this.#services = services;
  }

  @Mutation(() => DeriveReportPayloadType, {
    description:
      "由台账生成年报（本级汇总由各成员最新版本相加）：所及的单元格全部填入，已说明差异的保留，并列出有变化的 · Fills every cell that the ledgers feed, a 本级汇总 from its members' newest versions; keeps those whose difference is explained, and reports what changed",
  })
  @Access("report:save", "rollUp:save")
  async deriveReport(
    @Arg("input", () => DeriveReportInput) input: DeriveReportInput,
    @Ctx() context: RequestContext,
  ): Promise<DeriveReportPayloadType> {
    const { record, problems } = await this.#commands.run(
      { ...context, name: "deriveReport", input },
      (_, call) => deriveReport(call, { ...input, scope: input.scope ?? "OWN" }, this.#services),
    );
    const { language } = context;
    const presented = record && (await presentDerived(record, context));
    return {
      report: presented?.report ?? null,
      changed: presented?.changed ?? [],
      feeds: record ? presentFeeds(record.parts, language) : [],
      problems: presentReportProblems(problems, language),
    };
  }
}

async function presentDerived(
  { report, changed }: DerivedReport,
  { loaders }: RequestContext,
): Promise<Pick<DeriveReportPayloadType, "changed"> & { report: AnnualReportType }> {
  const unit = await loaders.of(unitById).load(report.unitId);
  if (!unit) throw new Error("a report belongs to a unit");
  const presented = presentWorkingCopy(report, unit.path);
  const format = formatOf(report.format);
  const sources = sourcesOf(format, report.cells, completedValues(format, report.cells));
  const owner = ownerOf(presented.view);
  return {
    report: presented,
    changed: changed.map((code) => presentCell(code, owner, presented.figures(), sources)),
  };
}
