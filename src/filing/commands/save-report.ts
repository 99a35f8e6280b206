import type { Call } from "../../access/index.js";
import { notAllowedNow, refuse, Refusal } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { SectionKey } from "../../forms/index.js";
import {
  type Edited,
  type EditedReport,
  type EditedValues,
  type Editing,
  openReport,
  storeEdit,
  overflowProblems,
} from "../report-editing.js";
import type { ImportedFile, ReportRow } from "../../reports/index.js";
import { mergeCells, mergeSections } from "../report-input.js";
import type { CellInput } from "../mutation.types.js";
import { isOpen } from "../return-terms.js";
import type { ReportServices } from "../report-services.js";

export interface SaveReport extends EditedReport {
  readonly cells?: readonly CellInput[] | null;
  readonly sections?: readonly { key: SectionKey; body: string }[] | null;
  /** undefined leaves the date as it is, null removes it. */
  readonly signedOn?: string | null;
  /** The file that the values were read from. */
  readonly imported?: ImportedFile;
}

/** Applies cells and sections to the working copy: all or, with a problem in any, none. */
export async function saveReport(call: Call, input: SaveReport, services: ReportServices): Promise<Edited> {
  const editing = await openReport(call, input, services);
  refuseClosedCells(editing.before, input);
  const edited = edit(editing, input);
  // Compares values: an explained difference changes no table.
  const changedCells = editing.format.cells
    .map(({ code }) => code)
    .filter((code) => edited.cells[code]?.value !== editing.before.cells[code]?.value);
  return storeEdit({ ...editing, imported: input.imported }, edited, changedCells);
}

/** In a returned report only the cells named by the return can be edited. */
function refuseClosedCells(report: ReportRow, { cells }: SaveReport): void {
  const closed = (cells ?? []).findIndex(({ code }) => !isOpen(report, code));
  if (closed >= 0)
    throw new Refusal(
      notAllowedNow(
        ["input", "cells", String(closed), "code"],
        text(
          "本次退回只开放了指定的单元格，该单元格不能修改",
          "This return opened certain cells only, and not this one",
        ),
      ),
    );
}

function edit({ before, format }: Editing, input: SaveReport): EditedValues {
  const cells = mergeCells(format, before.cells, input.cells ?? [], input.imported && "IMPORTED");
  const sections = mergeSections(before.sections, input.sections ?? []);
  const problems = [
    ...cells.problems,
    ...sections.problems,
    ...overflowProblems(format, cells.merged, ["input", "cells"]),
  ];
  refuse(problems);
  return {
    cells: cells.merged,
    sections: sections.merged,
    signedOn: input.signedOn === undefined ? before.signedOn : input.signedOn,
  };
}
