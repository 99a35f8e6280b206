import {
  type Figures,
  evaluate,
  indicator,
  showCellValue,
  presentFormatOf,
  presentIndicator,
  formatOf,
} from "../forms/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { CellSource, ReportRow, Sections } from "./report.entity.js";
import type { VersionHead } from "./report.read-model.js";
import type {
  AnnualReportType,
  ReportCellType,
  ReportSectionType,
  ReportVersionType,
} from "./report.types.js";
import { type CellHome, figuresOf, type ReportView } from "./report.view.js";

export const presentReport = (view: ReportView): AnnualReportType => ({
  __typename: "AnnualReport",
  view,
  figures: () => figuresOf(view),
  id: toGlobalId("AnnualReport", view.id),
  year: view.year,
  scope: view.scope,
  format: presentFormatOf(view.format),
  status: view.status,
  revision: view.revision,
  signedOn: view.signedOn,
  dueOn: view.dueOn,
  submittedAt: view.submittedAt,
  publishedAt: view.publishedAt,
});

/** A mutation answers with the working copy as it left it. */
export const presentWorkingCopy = (report: ReportRow, unitPath: string): AnnualReportType =>
  presentReport({
    ...report,
    unitPath,
    content: { kind: "draft", cells: report.cells, sections: report.sections },
  });

/** A cell's value as an exact decimal; a ratio as a fraction. */
export function presentValue(code: string, { format, values }: Figures): string | null {
  const { value } = evaluate(format, code)(values);
  const found = indicator(code);
  if (value === null || !found) return null;
  return found.kind === "ratio" ? String(value) : showCellValue(found, value);
}

export interface CellOwner {
  /** "ReportCell" for a report's own, "VersionCell" for a version's. */
  readonly idType: "ReportCell" | "VersionCell";
  readonly id: string;
  readonly home: CellHome;
}

export const ownerOf = (view: ReportView): CellOwner => ({
  idType: "ReportCell",
  id: view.id,
  home: {
    unit: { id: view.unitId, path: view.unitPath },
    year: view.year,
    scope: view.scope,
    content: view.content,
  },
});

export const versionOwner = (head: VersionHead): CellOwner => ({
  idType: "VersionCell",
  id: head.id,
  home: {
    unit: { id: head.unitId, path: head.unitPath },
    year: head.year,
    scope: head.scope,
    content: { kind: "version", versionId: head.id, packed: head.packed },
  },
});

export function presentCell(
  code: string,
  owner: CellOwner,
  figures: Figures,
  sources: readonly CellSource[],
): ReportCellType {
  const position = figures.format.position(code);
  return {
    __typename: "ReportCell",
    id: toGlobalId(owner.idType, `${owner.id}.${code}`),
    indicator: presentIndicator(code),
    value: presentValue(code, figures),
    source: position === undefined ? "COMPUTED" : (sources[position] ?? "ENTERED"),
    home: owner.home,
  };
}

export const presentSections = (format: string, sections: Sections): ReportSectionType[] =>
  formatOf(format).sections.map(({ key, heading }) => ({ key, heading, body: sections[key] ?? "" }));

export const presentVersion = (head: VersionHead): ReportVersionType => ({
  __typename: "ReportVersion",
  head,
  id: toGlobalId("ReportVersion", head.id),
  number: head.number,
  status: head.status,
  submittedAt: head.submittedAt,
  publishedAt: head.publishedAt,
  samePerson: Boolean(head.samePerson),
});
