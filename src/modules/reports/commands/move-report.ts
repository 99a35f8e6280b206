import { signedIn, type Viewer } from "../../../access/index.js";
import type { Clock } from "../../../kernel/clock.js";
import { invalidInput, Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import type { UnitRow } from "../../units/index.js";
import { recheck } from "../checking.js";
import { formatOf } from "../draft.js";
import { blocksSubmission, findingsOf } from "../finding.store.js";
import { isCleanText, unknownCell } from "../report-input.js";
import type { ReportStatus } from "../report-status.js";
import type { ReportRow } from "../report.entity.js";
import { blockedByFindings, staleRevision, transitionRefused } from "../report.problems.js";
import { recordEvent, updateReport } from "../report.store.js";
import { PERMISSION_TO, REPORT_WORKFLOW, type ReportVerb } from "../report.workflow.js";
import { moveVersion, writeVersion } from "../version.store.js";
import { findReport } from "./find-report.js";

export interface MoveReport {
  readonly reportId: string | null;
  readonly expectedRevision: number;
  /** The comment of a step, or the reason of a return. */
  readonly reason: string | null;
  /** The cells that a return opens; none: all. */
  readonly cells?: readonly string[] | null;
  readonly dueOn?: string | null;
}

const REASON_LIMIT = 2000;

/** Takes one step of the workflow, with what belongs to it: the version, the event, the findings that may block it. */
export async function moveReport(
  session: Session,
  viewer: Viewer,
  verb: ReportVerb,
  input: MoveReport,
  clock: Clock,
): Promise<ReportRow> {
  const { report, unit } = await findReport(session, viewer, PERMISSION_TO[verb], input.reportId);
  if (report.revision !== input.expectedRevision) throw staleRevision(report.revision);
  const step = REPORT_WORKFLOW.step(verb, report.status, viewer.rolesAt(unit));
  if (!step) throw transitionRefused(report.status);
  refuseBadReason(verb, report, input);

  const now = clock.now();
  const move: Move = { session, unit, report, input, now, to: step.to };
  const moved = await MOVES[verb](move);
  const { id: actorId, displayName: actor } = signedIn(viewer);
  await recordEvent(session, unit, moved, {
    at: now.toISOString(),
    actorId,
    actor,
    action: verb,
    fromStatus: report.status,
    toStatus: moved.status,
    reason: input.reason,
    cells: input.cells ?? [],
    dueOn: input.dueOn ?? null,
  });
  return moved;
}

interface Move {
  readonly session: Session;
  readonly unit: UnitRow;
  readonly report: ReportRow;
  readonly input: MoveReport;
  readonly now: Date;
  readonly to: ReportStatus;
}

const MOVES: Readonly<Record<ReportVerb, (move: Move) => Promise<ReportRow>>> = {
  requestReview: ({ session, report, to }) => updateReport(session, report, { status: to }),

  async submit({ session, unit, report, now, to }) {
    await recheck(session, unit, report, now);
    const blocking = (await findingsOf(session, report.id)).filter(blocksSubmission);
    if (blocking.length > 0) throw blockedByFindings(blocking);
    const submittedAt = now.toISOString();
    const submitted = await updateReport(session, report, {
      status: to,
      submittedAt,
      unitName: unit.name,
      openCells: null,
      latestVersion: report.latestVersion + 1,
    });
    await writeVersion(session, unit, submitted, submittedAt);
    return submitted;
  },

  async return({ session, report, input, to }) {
    const returned = await updateReport(session, report, {
      status: to,
      openCells: openCells(report, input.cells ?? []),
      dueOn: input.dueOn ?? report.dueOn,
    });
    // Returned by its own reviewer it never left the unit: the newest version is an older, published one.
    if (report.status !== "UNDER_REVIEW") await moveVersion(session, returned, "RETURNED");
    return returned;
  },

  async approve({ session, report, to }) {
    const approved = await updateReport(session, report, { status: to });
    await moveVersion(session, approved, "APPROVED");
    return approved;
  },

  async publish({ session, report, now, to }) {
    const publishedAt = now.toISOString();
    const published = await updateReport(session, report, { status: to, publishedAt });
    await moveVersion(session, published, "PUBLISHED", publishedAt);
    return published;
  },

  // The published version stays as it is, and the public one, until the corrected one is published.
  revise: ({ session, report, input, to }) =>
    updateReport(session, report, {
      status: to,
      openCells: openCells(report, input.cells ?? []),
      dueOn: input.dueOn ?? report.dueOn,
    }),
};

/** A reviewer's return may narrow what the district's opened, never widen it. */
function openCells(report: ReportRow, named: readonly string[]): readonly string[] | null {
  const { openCells: before } = report;
  if (named.length === 0) return report.status === "UNDER_REVIEW" ? before : null;
  return before === null || report.status !== "UNDER_REVIEW"
    ? named
    : named.filter((code) => before.includes(code));
}

function refuseBadReason(verb: ReportVerb, report: ReportRow, { reason, cells }: MoveReport): void {
  const field = verb === "return" || verb === "revise" ? "reason" : "comment";
  const format = formatOf(report.format);
  const problems = (cells ?? []).flatMap((code, i) =>
    format.position(code) === undefined ? [unknownCell(format, code, ["input", "cells", String(i)])] : [],
  );
  if (field === "reason" && !reason?.trim())
    problems.push(invalidInput(["input", field], text("请写明退回的理由", "Give the reason of the return")));
  if (reason && (reason.length > REASON_LIMIT || !isCleanText(reason)))
    problems.push(
      invalidInput(
        ["input", field],
        text(`最多 ${REASON_LIMIT} 字，不含控制字符`, `At most ${REASON_LIMIT} plain characters`),
      ),
    );
  if (problems.length > 0) throw new Refusal(...problems);
}
