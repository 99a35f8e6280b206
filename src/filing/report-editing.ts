import { authorize, type Call } from "../access/index.js";
import { dateInShanghai } from "../kernel/calendar-date.js";
import {
  invalidInput,
  notAllowedNow,
  staleRevision,
  type Path,
  type Problem,
  Refusal,
} from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { newId, type Session } from "../platform/db/index.js";
import { existsIn, isGovernment, unitByCode, type UnitRow } from "../units/index.js";
import { MAX_CELL, type Format } from "../forms/index.js";
import { checkNew, recheck } from "./checking.js";
import {
  completedValues,
  type DraftCells,
  dueDates,
  type ImportedFile,
  insertReport,
  overflowing,
  reportableFormat,
  reportOf,
  type ReportRow,
  type ReportScope,
  updateReport,
  yearProblem,
} from "../reports/index.js";
import type { FindingRow } from "./finding.entity.js";
import { alreadyExists, underWayMessage } from "./report.problems.js";
import type { ReportServices } from "./report-services.js";
import { recordStep } from "./report-history.js";
import { EDITABLE, INITIAL_STATUS, permissionsToSave } from "./report.workflow.js";

/** The report to edit, and the revision that the edit is based on. */
export interface EditedReport {
  readonly unitCode: string;
  readonly year: number;
  readonly scope: ReportScope;
  readonly expectedRevision?: number | null;
}

/** An editable report before the edit. */
export interface Editing {
  readonly call: Call;
  readonly services: ReportServices;
  readonly unit: UnitRow;
  readonly format: Format;
  /** null if this edit creates it. */
  readonly existing: ReportRow | null;
  /** It, or an empty one. */
  readonly before: ReportRow;
  readonly imported?: ImportedFile | undefined;
}

/** Start of every edit: checks rights, revision and state. */
export async function openReport(
  call: Call,
  input: EditedReport,
  services: ReportServices,
): Promise<Editing> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, permissionsToSave(input.scope), await unitByCode(session, input.unitCode));
  const format = formatFor(unit, input, now);
  const existing = await reportOf(session, { ...input, unitId: unit.id });
  refuseStale(existing, input.expectedRevision ?? null);
  if (existing) refuseUnderWay(existing);
  if (!existing) refuseNonexistent(unit, input.year);
  const before = existing ?? (await newReport(session, unit, input, format));
  return { call, services, unit, format, existing, before };
}

function formatFor(unit: UnitRow, { year, scope }: EditedReport, now: Date): Format {
  const format = reportableFormat(year, now);
  const problems: Problem[] = format ? [] : [yearProblem(["input", "year"], now)];
  if (scope === "SYSTEM" && !isGovernment(unit.kind))
    problems.push(
      invalidInput(
        ["input", "scope"],
        text("只有一级政府编制本级汇总报告", "Only a government files a report of its whole system"),
      ),
    );
  if (!format || problems.length > 0) throw new Refusal(...problems);
  return format;
}

/** An existing report of a unit whose dates were corrected since may still be completed. */
function refuseNonexistent(unit: UnitRow, year: number): void {
  if (existsIn(unit, year)) return;
  const { establishedOn, dissolvedOn } = unit;
  const zh = [establishedOn && `设立于 ${establishedOn}`, dissolvedOn && `撤销于 ${dissolvedOn}`];
  const en = [establishedOn && `set up on ${establishedOn}`, dissolvedOn && `dissolved on ${dissolvedOn}`];
  throw new Refusal(
    invalidInput(
      ["input", "year"],
      text(
        `该单位 ${year} 年尚不存在或已撤销（${zh.filter(Boolean).join("，")}）`,
        `The unit did not exist in ${year} (${en.filter(Boolean).join(", ")})`,
      ),
    ),
  );
}

function refuseStale(existing: ReportRow | null, expected: number | null): void {
  if (existing && expected === null) throw alreadyExists();
  const revision = existing?.revision ?? 0;
  if (expected !== null && expected !== revision) throw staleRevision(revision);
}

function refuseUnderWay(report: ReportRow): void {
  if (EDITABLE.includes(report.status)) return;
  throw new Refusal(notAllowedNow(["input"], underWayMessage));
}

async function newReport(
  session: Session,
  unit: UnitRow,
  { year, scope }: EditedReport,
  format: Format,
): Promise<ReportRow> {
  const dueOn = (await dueDates(session, year, scope))(unit);
  return {
    id: newId(),
    unitId: unit.id,
    year,
    scope,
    format: format.code,
    status: INITIAL_STATUS,
    revision: 0,
    cells: {},
    sections: {},
    signedOn: null,
    dueOn,
    openCells: null,
    unitName: null,
    tablesChangedOn: null,
    latestVersion: 0,
    firstSubmittedAt: null,
    submittedAt: null,
    publishedAt: null,
  };
}

/** Problems of totals that exceed the limit of a cell. */
export const overflowProblems = (format: Format, cells: DraftCells, path: Path): Problem[] =>
  overflowing(format, completedValues(format, cells)).map(({ label, labelEn }) =>
    invalidInput(path, text(`${label}：合计超过 ${MAX_CELL}`, `${labelEn}: the total exceeds ${MAX_CELL}`)),
  );

/** Only the fields that an edit may change: the deadline, for instance, may change meanwhile. */
export type EditedValues = Pick<ReportRow, "cells" | "sections" | "signedOn">;

/** An edit that was stored, with what the answer need not read again. */
export interface Edited {
  readonly report: ReportRow;
  readonly unit: UnitRow;
  readonly findings: readonly FindingRow[];
}

/** End of every edit: stores the report, checks it again and records the actor. */
export async function storeEdit(
  { call, services, unit, existing, before, imported }: Editing,
  edited: EditedValues,
  changedCells: readonly string[],
  /** Stores data beside the report that its checks use. */
  beside: (report: ReportRow) => Promise<void> = () => Promise.resolve(),
): Promise<Edited> {
  const { session, now } = call;
  const tablesChangedOn = changedCells.length > 0 ? dateInShanghai(now) : before.tablesChangedOn;
  const values = { ...edited, tablesChangedOn };
  const report = existing
    ? await updateReport(session, existing, values)
    : await insertReport(session, unit, { ...before, ...values, revision: 1 });
  await beside(report);
  const findings = await (existing ? recheck : checkNew)(session, unit, report, services);
  recordStep(call, unit, { before, after: report, cells: changedCells, imported });
  return { report, unit, findings };
}
