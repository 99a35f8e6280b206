import { dateInShanghai } from "../kernel/calendar-date.js";
import { isBlank, isPlainText, lengthOf } from "../kernel/plain-text.js";
import { invalidInput, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { formatOf } from "../forms/index.js";
import { unknownCell } from "./report-input.js";
import type { ReportRow } from "../reports/index.js";

/** Terms of a return, as far as the input gives them. */
export interface ReturnTerms {
  readonly reason: string | null;
  /** The cells that the return opens; all by default. */
  readonly cells?: readonly string[] | null;
  readonly dueOn?: string | null;
}

const REASON_LIMIT = 2000;
const DAY_MS = 86_400_000;
const FURTHEST_DAYS = 366;

/** `field`: the name of the text in the input. A return must give a reason, any other step may have a comment. */
export function termProblems(
  report: ReportRow,
  { reason, cells, dueOn }: ReturnTerms,
  field: "reason" | "comment",
  now: Date,
): Problem[] {
  const problems = (cells ?? []).flatMap((code, i) =>
    cellProblems(report, code, ["input", "cells", String(i)]),
  );
  if (field === "reason" && (reason == null || isBlank(reason)))
    problems.push(invalidInput(["input", field], text("请写明理由", "Give the reason")));
  if (reason && (lengthOf(reason) > REASON_LIMIT || !isPlainText(reason)))
    problems.push(
      invalidInput(
        ["input", field],
        text(`最多 ${REASON_LIMIT} 字，不含控制字符`, `At most ${REASON_LIMIT} plain characters`),
      ),
    );
  if (dueOn && !isComing(dueOn, now))
    problems.push(
      invalidInput(
        ["input", "dueOn"],
        text("重新报送期限须在今天起一年以内", "The new date must lie within a year from today"),
      ),
    );
  return problems;
}

function cellProblems(report: ReportRow, code: string, path: readonly string[]): Problem[] {
  const format = formatOf(report.format);
  if (format.position(code) === undefined) return [unknownCell(format, code, path)];
  if (report.status !== "UNDER_REVIEW" || isOpen(report, code)) return [];
  return [
    invalidInput(
      path,
      text("主管部门的退回没有开放该单元格", "The district's return did not open this cell"),
    ),
  ];
}

const isComing = (date: string, now: Date): boolean =>
  date >= dateInShanghai(now) && date <= dateInShanghai(new Date(now.getTime() + FURTHEST_DAYS * DAY_MS));

/** True if the cell may be edited: a return opens the cells it names, or all. */
export const isOpen = ({ openCells }: Pick<ReportRow, "openCells">, code: string): boolean =>
  openCells === null || openCells.includes(code);

/** A reviewer's return may narrow what the district's opened, never widen it. */
export function openedCells(report: ReportRow, { cells }: ReturnTerms): readonly string[] | null {
  if (cells && cells.length > 0) return cells;
  return report.status === "UNDER_REVIEW" ? report.openCells : null;
}
