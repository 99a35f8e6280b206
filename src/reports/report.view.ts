import type { Viewer } from "../access/index.js";
import { type Figures, unpack, formatOf } from "../forms/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { reaches } from "../kernel/tenant-scope.js";
import { completedValues } from "./draft.js";
import type { DraftCells, Sections } from "./report.entity.js";
import type { ReportScope, ReportStatus } from "./report-status.js";

/** The source of a report's figures and texts: the working copy, or one of its versions. */
export type ReportContent =
  | { readonly kind: "draft"; readonly cells: DraftCells; readonly sections: Sections }
  | { readonly kind: "version"; readonly versionId: string; readonly packed: Uint8Array };

/** A report as one caller sees it: the working copy, or the newest visible version. */
export interface ReportView {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly scope: ReportScope;
  readonly format: string;
  readonly status: ReportStatus;
  readonly revision: number;
  /** null before the first submission: then the unit's present name is shown. */
  readonly unitName: string | null;
  readonly signedOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
  readonly submittedAt: string | null;
  readonly publishedAt: string | null;
  readonly content: ReportContent;
}

/** The unit, year and scope of a cell, and the state of its report. */
export interface CellHome {
  readonly unit: { readonly id: string; readonly path: string };
  readonly year: number;
  readonly scope: ReportScope;
  readonly content: ReportContent;
}

const decoded = new WeakMap<ReportContent, Figures>();

/** The values of a view, decoded once however many fields ask. */
export function figuresOf({ format: code, content }: Pick<ReportView, "format" | "content">): Figures {
  const known = decoded.get(content);
  if (known) return known;
  const format = formatOf(code);
  const values =
    content.kind === "version"
      ? unpack(format, content.packed)
      : completedValues(format, content.cells).values;
  const figures = { format, values };
  decoded.set(content, figures);
  return figures;
}

/** Findings and the record of the work are of the working copy. */
export const seesWork = (
  { scope }: Viewer,
  { unitId, unitPath }: Pick<ReportView, "unitId" | "unitPath">,
): boolean => reaches(scope.working, { id: unitId, path: unitPath });
