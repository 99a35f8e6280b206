import { presentFinding } from "./finding.presenter.js";
import { findingById } from "./finding.loader.js";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { holds, NOT_YOURS, type RequestContext } from "../access/index.js";
import { nameSteps, presentStep, RecordStepType, STEPS_DESCRIPTION } from "../platform/graphql/step.types.js";
import { FINDING_STEPS } from "./finding.steps.js";
import { FindingType } from "./finding.types.js";
import { presentReport, type ReportView, reportViewById } from "../reports/index.js";
import { AnnualReportType } from "../reports/api.js";

nameSteps(FINDING_STEPS);

@Resolver(() => FindingType)
export class FindingResolver {
  @FieldResolver(() => AnnualReportType, {
    description:
      "所在的年报；其 revision 即说明和判定所依据的修订号 · The report that it was found in; its revision is the one that explanations and judgements are based on",
  })
  async report(@Root() { row }: FindingType, @Ctx() context: RequestContext): Promise<AnnualReportType> {
    return presentReport(await reportOf(row.reportId, context));
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  async steps(@Root() { row }: FindingType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    const { unitId, unitPath, status } = await reportOf(row.reportId, context);
    const unit = { id: unitId, path: unitPath };
    return Object.entries(FINDING_STEPS).map(([mutation, { name, permission, gate }]) => {
      const may = holds(context.viewer, permission, unit);
      const whyNot = may ? gate({ status: row.status, report: status }) : NOT_YOURS;
      return presentStep(mutation, name, whyNot, context.language);
    });
  }
}

/** Whoever sees a finding sees the working copy that it was found in. */
async function reportOf(id: string, { loaders }: RequestContext): Promise<ReportView> {
  const view = await loaders.of(reportViewById).load(id);
  if (!view) throw new Error("a finding belongs to a report");
  return view;
}

/** How a finding is fetched by its id, for `node(id:)`. */
export const FINDING_NODES = {
  Finding: async (id: string, { loaders, language }: RequestContext) => {
    const finding = await loaders.of(findingById).load(id);
    return finding && presentFinding(finding, language);
  },
};
