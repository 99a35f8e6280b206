import { invalidInput, Refusal, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { MAX_CELL, type Format } from "../forms/index.js";
import {
  completedValues,
  overflowProblems,
  storeEdit,
  type Editing,
  type DraftCells,
  type ReportRow,
} from "../filing/index.js";

export interface DerivedReport {
  readonly report: ReportRow;
  /** Codes of the cells whose value is another now, totals among them. */
  readonly changed: readonly string[];
}

/** Stores what a report was filled with, and tells what that changed. */
export async function storeDerived(
  editing: Editing,
  cells: DraftCells,
  beside?: (report: ReportRow) => Promise<void>,
): Promise<DerivedReport> {
  const { format, before } = editing;
  const problems = [...tooLarge(format, cells), ...overflowProblems(format, cells, ["input"])];
  if (problems.length > 0) throw new Refusal(...problems);
  const changed = changedValues(format, before.cells, cells);
  const { sections, signedOn } = before;
  const report = await storeEdit(editing, "deriveReport", { cells, sections, signedOn }, changed, beside);
  return { report, changed };
}

function changedValues(format: Format, before: DraftCells, after: DraftCells): string[] {
  const [then, now] = [completedValues(format, before).values, completedValues(format, after).values];
  return format.cells.filter(({ position }) => then[position] !== now[position]).map(({ code }) => code);
}

const tooLarge = (format: Format, cells: DraftCells): Problem[] =>
  format.cells
    .filter(({ code }) => Number(cells[code]?.value ?? 0) > MAX_CELL)
    .map(({ label, labelEn }) =>
      invalidInput(
        ["input"],
        text(`${label}：合计超过 ${MAX_CELL}`, `${labelEn}: the sum exceeds ${MAX_CELL}`),
      ),
    );
