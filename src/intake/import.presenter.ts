import { presentIndicator } from "../forms/index.js";
import type { Language } from "../kernel/text.js";
import { presentUnit } from "../units/index.js";
import type { Preview } from "./import-report.js";
import type { ImportPreviewType } from "./import.types.js";

export function presentPreview(preview: Preview, language: Language): ImportPreviewType {
  const { upload, understood, unit, year, scope, revision, cells, sections, doubts } = preview;
  return {
    file: { name: upload.name, bytes: upload.bytes, sha256: upload.sha256 },
    unit: presentUnit(unit),
    year,
    scope,
    foundUnitName: understood.unitName?.value ?? null,
    foundYear: understood.year?.value ?? null,
    foundFormat: understood.format,
    signedOn: understood.signedOn?.value ?? null,
    revision,
    exportedRevision: understood.exported?.revision ?? null,
    cells: cells.map(({ code, ...cell }) => ({ ...cell, indicator: presentIndicator(code) })),
    sections,
    doubts: doubts.map(({ message, ...doubt }) => ({ ...doubt, message: message[language] })),
  };
}
