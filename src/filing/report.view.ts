import { type Figures, unpack, formatOf } from "../forms/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { completedValues } from "./draft.js";
import type { DraftCells, Sections } from "./report.entity.js";
import type { ReportScope, ReportStatus } from "./report-status.js";

/** Where a report's figures and texts are read from: the working copy, or one of its versions. */
export type ReportContent =
  | { readonly kind: "draft"; readonly cells: DraftCells; readonly sections: Sections }
  | { readonly kind: "version"; readonly versionId: string; readonly packed: Uint8Array };

/** A report as one caller sees it: who may not see the working copy sees the newest version that they may. */
export interface ReportView {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly scope: ReportScope;
  readonly format: string;
  readonly status: ReportStatus;
  readonly revision: number;
  /** null while it was never submitted: then it goes by the unit's present name. */
  readonly unitName: string | null;
  readonly signedOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
  readonly submittedAt: string | null;
  readonly publishedAt: string | null;
  readonly content: ReportContent;
}

/** Of which unit, year and scope a cell tells, and in which state of the report. */
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
