import { authorize, signedIn, type Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import type { Clock } from "../../../kernel/clock.js";
import { invalidInput, Refusal, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, type Session } from "../../../platform/db/index.js";
import { isGovernment, unitByCode, type UnitRow } from "../../units/index.js";
import { formatOfYear, type Format, type SectionKey } from "../catalog/index.js";
import { recheck } from "../checking.js";
import { completedValues, formatOf, overflowing } from "../draft.js";
import { dueDates } from "../due-date.js";
import { mergeCells, mergeSections } from "../report-input.js";
import type { ReportScope } from "../report-status.js";
import type { ReportRow } from "../report.entity.js";
import { alreadyExists, notAllowedNow, staleRevision } from "../report.problems.js";
import { insertReport, recordEvent, reportOf, updateReport } from "../report.store.js";
import { EDITABLE, REPORT_WORKFLOW } from "../report.workflow.js";

export interface SaveReport {
  readonly unitCode: string;
  readonly year: number;
  readonly scope: ReportScope;
  readonly cells?: readonly { code: string; value?: string | null }[] | null;
  readonly sections?: readonly { key: SectionKey; body: string }[] | null;
  /** undefined leaves the date as it is, null removes it. */
  readonly signedOn?: string | null;
  readonly expectedRevision?: number | null;
}

/** Lays the given cells and sections over the working copy: all of them or, with a problem in any, none. */
export async function saveReport(
  session: Session,
  viewer: Viewer,
  input: SaveReport,
  clock: Clock,
): Promise<ReportRow> {
  const unit = authorize(viewer, "report:save", await unitByCode(session, input.unitCode));
  const now = clock.now();
  const format = formatFor(unit, input, yearOf(dateInShanghai(now)));
  const existing = await reportOf(session, { ...input, unitId: unit.id });
  refuseStale(existing, input.expectedRevision ?? null);
  if (existing) refuseClosed(existing, input);

  const edited = edit(existing ?? (await newReport(session, unit, input, format)), input, now);
  const report = existing
    ? await updateReport(session, existing, edited.values)
    : await insertReport(session, unit, { ...edited.values, revision: 1 });
  await recheck(session, unit, report, now);
  const { id: actorId, displayName: actor } = signedIn(viewer);
  await recordEvent(session, unit, report, {
    at: now.toISOString(),
    actorId,
    actor,
    action: "save",
    fromStatus: existing?.status ?? null,
    toStatus: report.status,
    cells: edited.changedCells,
  });
  return report;
}

function formatFor(unit: UnitRow, { year, scope }: SaveReport, currentYear: number): Format {
  const problems: Problem[] = [];
  const format = formatOfYear(year);
  if (!format || year > currentYear)
    problems.push(
      invalidInput(
        ["input", "year"],
        text(`年度须在 2019 至 ${currentYear} 之间`, `The year must be from 2019 to ${currentYear}`),
      ),
    );
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

function refuseStale(existing: ReportRow | null, expected: number | null): void {
  if (existing && expected === null) throw alreadyExists();
  const revision = existing?.revision ?? 0;
  if (expected !== null && expected !== revision) throw staleRevision(revision);
}

/** Only a draft or a returned report can be edited, and of a returned one only the cells that the return named. */
function refuseClosed(report: ReportRow, { cells }: SaveReport): void {
  if (!EDITABLE.includes(report.status))
    throw notAllowedNow(
      ["input"],
      text(
        "报告已送审或报送，退回后方可修改",
        "The report is under way: it can be edited once it is returned",
      ),
    );
  const { openCells } = report;
  if (openCells === null) return;
  const closed = (cells ?? []).findIndex(({ code }) => !openCells.includes(code));
  if (closed >= 0)
    throw notAllowedNow(
      ["input", "cells", String(closed), "code"],
      text(
        "本次退回只开放了指定的单元格，该单元格不能修改",
        "This return opened certain cells only, and not this one",
      ),
    );
}

interface Edited {
  readonly values: ReportRow;
  readonly changedCells: string[];
}

function edit(report: ReportRow, input: SaveReport, now: Date): Edited {
  const format = formatOf(report.format);
  const cells = mergeCells(format, report.cells, input.cells ?? []);
  const sections = mergeSections(report.sections, input.sections ?? []);
  const overflows = overflowing(format, completedValues(format, cells.merged)).map((code) =>
    invalidInput(
      ["input", "cells"],
      text(`合计 ${code} 超过 2147483647`, `The total ${code} exceeds 2147483647`),
    ),
  );
  const problems = [...cells.problems, ...sections.problems, ...overflows];
  if (problems.length > 0) throw new Refusal(...problems);
  const changedCells = format.cells
    .map(({ code }) => code)
    .filter((code) => cells.merged[code]?.value !== report.cells[code]?.value);
  return {
    changedCells,
    values: {
      ...report,
      cells: cells.merged,
      sections: sections.merged,
      signedOn: input.signedOn === undefined ? report.signedOn : input.signedOn,
      tablesChangedOn: changedCells.length > 0 ? dateInShanghai(now) : report.tablesChangedOn,
    },
  };
}

async function newReport(
  session: Session,
  unit: UnitRow,
  { year, scope }: SaveReport,
  format: Format,
): Promise<ReportRow> {
  const dueOn = (await dueDates(session, year, scope))(unit);
  return {
    id: newId(),
    unitId: unit.id,
    year,
    scope,
    format: format.code,
    status: REPORT_WORKFLOW.initial,
    revision: 0,
    cells: {},
    sections: {},
    signedOn: null,
    dueOn,
    openCells: null,
    unitName: null,
    tablesChangedOn: null,
    latestVersion: 0,
    submittedAt: null,
    publishedAt: null,
  };
}
