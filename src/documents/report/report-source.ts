import type { RequestContext } from "../../access/index.js";
import {
  documentOfVersion,
  figuresOf,
  reportOfUnit,
  type ReportScope,
  type ReportView,
  versionsOfReport,
} from "../../reports/index.js";
import { findingsOfReport, presentFinding } from "../../filing/index.js";
import { reaches } from "../../kernel/tenant-scope.js";
import { unitByItsCode, type UnitRow } from "../../units/index.js";
import type { FindingLine, ReportDocument } from "./report-document.js";

/** One report, as its address names it. */
export interface ReportName {
  readonly code: string;
  readonly year: number;
  readonly scope: ReportScope;
  /** A version by its number; null: the newest that the caller may see. */
  readonly version: number | null;
}

/** The report as far as the caller may see it; null where there is none, or none for this caller. */
export async function reportNamed(name: ReportName, context: RequestContext): Promise<ReportDocument | null> {
  const { loaders } = context;
  const unit = await loaders.of(unitByItsCode).load(name.code);
  const newest = unit && (await loaders.of(reportOfUnit).load({ unit, year: name.year, scope: name.scope }));
  const view = newest && (name.version === null ? newest : await versionOf(newest, name.version, context));
  return unit && view ? documentOf(unit, view, context) : null;
}

async function versionOf(
  view: ReportView,
  number: number,
  { loaders }: RequestContext,
): Promise<ReportView | null> {
  const versions = await loaders.of(versionsOfReport).load(view.id);
  const version = versions.find((one) => one.number === number);
  if (!version) return null;
  const {
    id: versionId,
    packed,
    status,
    format,
    revision,
    unitName,
    signedOn,
    submittedAt,
    publishedAt,
  } = version;
  const head = { status, format, revision, unitName, signedOn, submittedAt, publishedAt };
  return { ...view, ...head, content: { kind: "version", versionId, packed } };
}

async function documentOf(unit: UnitRow, view: ReportView, context: RequestContext): Promise<ReportDocument> {
  const { content } = view;
  const sections =
    content.kind === "draft"
      ? content.sections
      : ((await context.loaders.of(documentOfVersion).load(content.versionId))?.sections ?? {});
  return {
    unit: { code: unit.code, name: view.unitName ?? unit.name },
    year: view.year,
    scope: view.scope,
    revision: view.revision,
    figures: figuresOf(view),
    sections,
    signedOn: view.signedOn,
    publishedAt: view.status === "PUBLISHED" ? view.publishedAt : null,
    findings: await findingsIn(view, unit, context),
  };
}

async function findingsIn(
  { id }: ReportView,
  unit: UnitRow,
  { viewer, loaders, language }: RequestContext,
): Promise<FindingLine[] | null> {
  if (!reaches(viewer.scope.working, unit)) return null;
  const findings = await loaders.of(findingsOfReport).load(id);
  return findings.map((row) => {
    const { rule, severity, status, message, cells, expected, actual, ...said } = presentFinding(
      row,
      language,
    );
    const codes = cells.map(({ code }) => code);
    return {
      rule: rule.code,
      title: rule.title,
      severity,
      status,
      message,
      codes,
      expected,
      actual,
      ...{ explanation: said.explanation, judgement: said.judgement },
    };
  });
}
