import { authorize, signedIn, type Viewer } from "../../../access/index.js";
import { dateInShanghai } from "../../../kernel/calendar-date.js";
import type { Clock } from "../../../kernel/clock.js";
import { invalidInput, Refusal, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, type Session } from "../../../platform/db/index.js";
import { isGovernment, unitByCode, type UnitRow } from "../../units/index.js";
import { MAX_CELL, type Format, type SectionKey } from "../catalog/index.js";
import { recheck } from "../checking.js";
import { completedValues, formatOf, overflowing } from "../draft.js";
import { dueDates } from "../due-date.js";
import { reportableFormat, yearProblem } from "../report-year.js";
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
  const format = formatFor(unit, input, now);
  const existing = await reportOf(session, { ...input, unitId: unit.id });
  refuseStale(existing, input.expectedRevision ?? null);
  if (existing) refuseClosed(existing, input);

  const before = existing ?? (await newReport(session, unit, input, format));
  const edited = edit(before, input, now);
  const report = existing
    ? await updateReport(session, existing, edited.values)
    : await insertReport(session, unit, { ...before, ...edited.values, revision: 1 });
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

function formatFor(unit: UnitRow, { year, scope }: SaveReport, now: Date): Format {
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
  /** Only what an edit owns: the deadline, say, may change meanwhile. */
  readonly values: Pick<ReportRow, "cells" | "sections" | "signedOn" | "tablesChangedOn">;
  readonly changedCells: string[];
}

function edit(report: ReportRow, input: SaveReport, now: Date): Edited {
  const format = formatOf(report.format);
  const cells = mergeCells(format, report.cells, input.cells ?? []);
  const sections = mergeSections(report.sections, input.sections ?? []);
  const overflows = overflowing(format, completedValues(format, cells.merged)).map(({ label }) =>
    invalidInput(
      ["input", "cells"],
      text(`${label}：合计超过 ${MAX_CELL}`, `${label}: the total exceeds ${MAX_CELL}`),
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
    firstSubmittedAt: null,
    submittedAt: null,
    publishedAt: null,
  };
}
