import type { Call } from "../../access/index.js";
import { notAllowedNow, refuse, staleRevision, Refusal } from "../../kernel/problem.js";
import type { UnitRow } from "../../units/index.js";
import { checkWhatRestsOn, recheck } from "../checking.js";
import { blocksSubmission, findingsOf } from "../finding.store.js";
import {
  type ReportRow,
  type ReportScope,
  type ReportStatus,
  updateReport,
  yearNotOver,
} from "../../reports/index.js";
import { blockedByFindings } from "../report.problems.js";
import type { ReportServices } from "../report-services.js";
import { changeFiling, recordPublication } from "../report-filing.store.js";
import { markAlike } from "../likeness.read-model.js";
import { recordStep } from "../report-history.js";
import { reportTransitionRefused } from "../report.steps.js";
import { permissionsTo, type ReportVerb, workflowOf } from "../report.workflow.js";
import { openedCells, type ReturnTerms, termProblems } from "../return-terms.js";
import { moveVersion, writeVersion } from "../version.store.js";
import { isSamePerson } from "../four-eyes.js";
import { findReport } from "./find-report.js";

export interface MoveReport extends ReturnTerms {
  readonly reportId: string | null;
  readonly expectedRevision: number;
}

/** Takes one step of the workflow, with the version, the history and the blocking findings. */
export async function moveReport(
  call: Call,
  verb: ReportVerb,
  input: MoveReport,
  services: ReportServices,
): Promise<ReportRow> {
  const { viewer, now } = call;
  const permissionsFor = (scope: ReportScope) => permissionsTo(verb, scope);
  const { report, unit } = await findReport(call, permissionsFor, input.reportId);
  if (report.revision !== input.expectedRevision) throw staleRevision(report.revision);
  const step = workflowOf(report).step(verb, report.status, viewer.rolesAt(unit));
  if (!step) throw reportTransitionRefused(report);
  const early = verb === "submit" ? yearNotOver(report, now) : null;
  if (early) throw new Refusal(notAllowedNow(["input", "reportId"], early));
  const why = verb === "return" || verb === "revise" ? "reason" : "comment";
  const problems = termProblems(report, input, why, now);
  refuse(problems);
  const samePerson = await isSamePerson(call, verb, { unit, report });
  const moved = await MOVES[verb]({ call, unit, report, input, services, to: step.to, samePerson });
  const { reason, cells } = input;
  recordStep(call, unit, { before: report, after: moved, reason, cells: cells ?? [], samePerson });
  return moved;
}

interface Move {
  readonly call: Call;
  readonly unit: UnitRow;
  readonly report: ReportRow;
  readonly input: MoveReport;
  readonly services: ReportServices;
  readonly to: ReportStatus;
  /** The same person took the step before. */
  readonly samePerson: boolean;
}

const MOVES: Readonly<Record<ReportVerb, (move: Move) => Promise<ReportRow>>> = {
  requestReview: ({ call: { session }, report, to }) => updateReport(session, report, { status: to }),

  // Locks the report first, so that no finding can be reopened while the others are examined.
  async submit({ call: { session, now }, unit, report, services, to, samePerson }) {
    const submittedAt = now.toISOString();
    const submitted = await updateReport(session, report, {
      status: to,
      submittedAt,
      firstSubmittedAt: report.firstSubmittedAt ?? submittedAt,
      unitName: report.unitName ?? unit.name,
      openCells: null,
      latestVersion: report.latestVersion + 1,
    });
    await recheck(session, unit, submitted, services);
    const blocking = (await findingsOf(session, report.id)).filter(blocksSubmission);
    if (blocking.length > 0) throw blockedByFindings(blocking);
    await writeVersion(session, unit, submitted, {
      at: submittedAt,
      samePerson,
      listeners: services.listeners,
    });
    await checkWhatRestsOn(session, unit, submitted, services);
    return submitted;
  },

  async return({ call: { session }, unit, report, input, services, to }) {
    // A return by the unit's own reviewer: the report never left the unit, the newest version is an older published
    // one, and the date is internal.
    const internal = report.status === "UNDER_REVIEW";
    const returned = await updateReport(session, report, {
      status: to,
      openCells: openedCells(report, input),
      ...(!internal && newDate(input)),
    });
    if (internal) return returned;
    await moveVersion(session, unit, returned, { status: "RETURNED", listeners: services.listeners });
    await changeFiling(session, unit, report, { resubmitBy: input.dueOn ?? null });
    await checkWhatRestsOn(session, unit, returned, services);
    return returned;
  },

  async approve({ call: { session }, unit, report, services: { listeners }, to, samePerson }) {
    const approved = await updateReport(session, report, { status: to });
    await moveVersion(session, unit, approved, {
      status: "APPROVED",
      listeners,
      ...(samePerson && { samePerson }),
    });
    return approved;
  },

  async publish({ call: { session, now }, unit, report, services, to }) {
    const publishedAt = now.toISOString();
    const published = await updateReport(session, report, { status: to, publishedAt });
    await moveVersion(session, unit, published, {
      status: "PUBLISHED",
      publishedAt,
      listeners: services.listeners,
    });
    await recordPublication(session, unit, published, publishedAt);
    // Only now is it known whether it was signed after publication.
    await recheck(session, unit, published, services);
    await markAlike(session, unit, published, now);
    return published;
  },

  // The published version stays public until the corrected one is published.
  async revise({ call: { session }, unit, report, input, to }) {
    const revised = await updateReport(session, report, {
      status: to,
      openCells: openedCells(report, input),
      ...newDate(input),
    });
    await changeFiling(session, unit, report, { resubmitBy: input.dueOn ?? null, underCorrection: true });
    return revised;
  },
};

const newDate = ({ dueOn }: ReturnTerms): Partial<ReportRow> => (dueOn ? { dueOn } : {});
