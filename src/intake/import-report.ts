import { authorize, signedIn, type Call, type Viewer } from "../access/index.js";
import {
  completedValues,
  type DraftCells,
  reportableFormat,
  reportOf,
  type ReportRow,
  type ReportScope,
  yearProblem,
} from "../reports/index.js";
import { permissionsToSave, type ReportServices, saveReport } from "../filing/index.js";
import { showCellValue, type Format, type SectionKey } from "../forms/index.js";
import { invalidInput, refuse, Refusal } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import type { Session } from "../platform/db/index.js";
import { unitByCode, type UnitRow } from "../units/index.js";
import { keepFile } from "./imported-file.store.js";
import type { Doubt, FoundCell, FoundSection } from "./understanding/findings.js";
import { bare } from "./understanding/labels.js";
import type { Understood } from "./understanding/understand.js";
import type { UploadRow } from "./upload.entity.js";
import { contentOf, understoodOf, uploadOf } from "./upload.store.js";

export interface ImportTarget {
  readonly uploadId: string;
  readonly unitCode: string;
  /** null: the year that the file says. */
  readonly year: number | null;
  readonly scope: ReportScope;
}

export interface PreviewedCell extends FoundCell {
  readonly stored: string | null;
  readonly differs: boolean;
}

export interface PreviewedSection extends FoundSection {
  readonly heading: string;
  readonly stored: string;
  readonly differs: boolean;
}

export interface Preview {
  readonly upload: UploadRow;
  readonly understood: Understood;
  readonly unit: UnitRow;
  readonly year: number;
  readonly scope: ReportScope;
  readonly format: Format;
  /** 0 if there is no such report yet. */
  readonly revision: number;
  readonly cells: readonly PreviewedCell[];
  readonly sections: readonly PreviewedSection[];
  readonly doubts: readonly Doubt[];
}

/** What a file would change in the working copy. Nothing is stored. */
export async function previewImport(
  session: Session,
  viewer: Viewer,
  target: ImportTarget,
  now: Date,
): Promise<Preview> {
  const { upload, understood, unit, year, format } = await openImport(session, viewer, target, now);
  const report = await reportOf(session, { unitId: unit.id, year, scope: target.scope });
  const stored = report && completedValues(format, report.cells);
  const cells = cellsOfForm(understood, format).map((found): PreviewedCell => {
    const cell = format.cells[format.position(found.code) ?? -1];
    const value = (cell && stored?.values[cell.position]) ?? null;
    const shown = cell && value !== null ? showCellValue(cell, value) : null;
    return { ...found, stored: shown, differs: shown !== found.value };
  });
  const sections = understood.sections.map((section): PreviewedSection => {
    const before = report?.sections[section.key] ?? "";
    const heading = format.sections.find(({ key }) => key === section.key)?.heading ?? "";
    return { ...section, heading, stored: before, differs: before !== section.body };
  });
  const revision = report?.revision ?? 0;
  const doubts = [...doubtsOfTarget({ understood, unit, year, format, revision }), ...understood.doubts];
  return { upload, understood, unit, year, scope: target.scope, format, revision, cells, sections, doubts };
}

interface Opened {
  readonly upload: UploadRow;
  readonly understood: Understood;
  readonly unit: UnitRow;
  readonly year: number;
  readonly format: Format;
}

async function openImport(
  session: Session,
  viewer: Viewer,
  target: ImportTarget,
  now: Date,
): Promise<Opened> {
  const unit = authorize(viewer, permissionsToSave(target.scope), await unitByCode(session, target.unitCode));
  const upload = await uploadOf(session, target.uploadId, signedIn(viewer).id);
  const understood = await understoodOf(upload);
  const year = target.year ?? understood.year?.value;
  if (year === undefined)
    throw new Refusal(
      invalidInput(
        ["year"],
        text("文件中没有找到报告年度，请指定", "The file does not say its year: name it"),
      ),
    );
  const format = reportableFormat(year, now);
  if (!format) throw new Refusal(yearProblem(["year"], now));
  return { upload, understood, unit, year, format };
}

export const cellsOfForm = ({ cells }: Understood, format: Format): FoundCell[] =>
  cells.filter(({ code }) => format.position(code) !== undefined);

interface Compared extends Pick<Opened, "understood" | "unit" | "year" | "format"> {
  readonly revision: number;
}

/** Another unit's or year's report, another year's form, an export that others have overtaken. */
export function doubtsOfTarget({ understood, unit, year, format, revision }: Compared): Doubt[] {
  const { unitName, exported, cells } = understood;
  const doubts: Doubt[] = [];
  const add = (code: Doubt["code"], zh: string, en: string, place: Doubt["place"] = null): void =>
    void doubts.push({ code, message: text(zh, en), place, excerpt: null });
  const isOther = exported
    ? exported.unitCode !== unit.code
    : unitName !== null && !isCalled(unit, unitName.value);
  if (isOther)
    add(
      "OTHER_UNIT",
      `文件是“${unitName?.value ?? exported?.unitCode}”的年报，而导入的是“${unit.name}”`,
      `The file is a report of “${unitName?.value ?? exported?.unitCode}”, and is being imported for “${unit.name}”`,
      unitName?.place,
    );
  if (understood.year && understood.year.value !== year)
    add(
      "OTHER_YEAR",
      `文件是 ${understood.year.value} 年的年报，而导入的是 ${year} 年`,
      `The file is a report for ${understood.year.value}, and is being imported for ${year}`,
      understood.year.place,
    );
  const left = cells.length - cellsOfForm(understood, format).length;
  if (left > 0)
    add(
      "OTHER_FORM",
      `有 ${left} 个数不在 ${year} 年适用的格式中，不能取用`,
      `${left} figures have no place in the form of ${year} and cannot be taken`,
    );
  if (exported && !isOther && exported.year === year && exported.revision < revision)
    add(
      "EXPORT_OVERTAKEN",
      `文件导出自修订 ${exported.revision}，年报现已改到修订 ${revision}`,
      `The file was exported at revision ${exported.revision}; the report is now at revision ${revision}`,
    );
  return doubts;
}

const SHORTEST_NAME = 3;

/** Reports write a unit's name with or without those of the city and district above it. */
export function isCalled({ name, shortName, aliases }: UnitRow, found: string): boolean {
  const seen = bare(found);
  return [name, shortName, ...aliases]
    .map(bare)
    .some((one) => one.length >= SHORTEST_NAME && (seen.endsWith(one) || one.endsWith(seen)));
}

export interface ApplyImport extends ImportTarget {
  /** Codes; null: all that were found with some certainty. */
  readonly cells: readonly string[] | null;
  /** null: all that were found. */
  readonly sections: readonly SectionKey[] | null;
  readonly withSignature: boolean;
  readonly expectedRevision: number | null;
}

/** Puts the chosen figures and texts of a file into the working copy, as imported. */
export async function applyImport(
  call: Call,
  input: ApplyImport,
  services: ReportServices,
): Promise<ReportRow> {
  const { session, viewer, now } = call;
  const { upload, understood, unit, year, format } = await openImport(session, viewer, input, now);
  const chosen = chosenCells(cellsOfForm(understood, format), input.cells);
  const sections = chosenSections(understood.sections, input.sections);
  const before = await reportOf(session, { unitId: unit.id, year, scope: input.scope });
  const signedOn = input.withSignature ? understood.signedOn?.value : undefined;
  const imported = { name: upload.name, sha256: upload.sha256 };
  const { report } = await saveReport(
    call,
    {
      ...{ unitCode: unit.code, year, scope: input.scope, expectedRevision: input.expectedRevision },
      cells: withoutPlainTotals(format, before?.cells ?? {}, chosen),
      sections: sections.map(({ key, body }) => ({ key, body })),
      ...(signedOn !== undefined && { signedOn }),
      imported,
    },
    services,
  );
  const content = await contentOf(session, upload);
  if (content) await keepFile(call, { unit, report }, { ...imported, content });
  return report;
}

function chosenCells(found: readonly FoundCell[], codes: readonly string[] | null): FoundCell[] {
  if (codes === null)
    return found.filter(({ value, certainty }) => value !== null && certainty !== "DOUBTFUL");
  const byCode = new Map(found.map((cell) => [cell.code, cell]));
  refuse(codes.flatMap((code, i) => (byCode.has(code) ? [] : [notInFile(["input", "cells", String(i)])])));
  return [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []);
}

function chosenSections(found: readonly FoundSection[], keys: readonly SectionKey[] | null): FoundSection[] {
  if (keys === null) return [...found];
  const of = (key: SectionKey): FoundSection | undefined => found.find((section) => section.key === key);
  refuse(keys.flatMap((key, i) => (of(key) ? [] : [notInFile(["input", "sections", String(i)])])));
  return [...new Set(keys)].flatMap((key) => of(key) ?? []);
}

const notInFile = (path: readonly string[]) =>
  invalidInput(path, text("文件中没有找到这一项", "The file does not hold it"));

/** A total that is the sum of its parts is left to be computed, as if nobody had entered it. */
function withoutPlainTotals(format: Format, stored: DraftCells, chosen: readonly FoundCell[]) {
  const isTotal = (code: string): boolean => format.cells[format.position(code) ?? -1]?.computed === true;
  const parts: Record<string, { value: string; source: "IMPORTED" }> = {};
  for (const { code, value } of chosen)
    if (!isTotal(code) && value !== null) parts[code] = { value, source: "IMPORTED" };
  const kept = Object.entries(stored).filter(([code]) => !chosen.some((one) => one.code === code));
  const { values } = completedValues(format, { ...Object.fromEntries(kept), ...parts });
  const sumOf = (code: string): string | null => {
    const cell = format.cells[format.position(code) ?? -1];
    const value = cell && values[cell.position];
    return cell && value != null ? showCellValue(cell, value) : null;
  };
  return chosen
    .filter(({ code, value }) => !isTotal(code) || code in stored || sumOf(code) !== value)
    .map(({ code, value }) => ({ code, value }));
}
