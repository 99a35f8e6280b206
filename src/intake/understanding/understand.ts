import { text, type Text } from "../../kernel/text.js";
import {
  formatOfYear,
  FORMATS,
  TABLE_NAMES,
  type Format,
  type SectionKey,
  type TableKey,
} from "../../forms/index.js";
import type { DroppedPart, Place, SourceDocument } from "../../reading/index.js";
import { Findings, type Doubt, type FoundCell, type FoundSection, type FoundText } from "./findings.js";
import { cellByCode } from "./form-labels.js";
import { readGrid } from "./grid-tables.js";
import {
  readProactiveLines,
  readProactiveSentences,
  readRemedyLines,
  readRequestLines,
} from "./line-tables.js";
import { itemsOf, type Item } from "./lines.js";
import { outlineOf, type Outline } from "./outline.js";
import { takeFigure } from "./take-figure.js";

/** What was understood of a file that is taken for an annual report. */
export interface Understood {
  readonly unitName: FoundText | null;
  readonly year: { readonly value: number; readonly place: Place | null } | null;
  readonly signedOn: FoundText | null;
  /** The form that the tables follow; null: no table tells. */
  readonly format: string | null;
  readonly cells: readonly FoundCell[];
  readonly sections: readonly FoundSection[];
  readonly doubts: readonly Doubt[];
  /** The report that the file was exported from; null for files of other origin. */
  readonly exported: ExportedFrom | null;
}

export interface ExportedFrom {
  readonly unitCode: string;
  readonly year: number;
  readonly scope: string;
  readonly revision: number;
}

const TABLES: readonly TableKey[] = ["proactive", "requests", "remedies"];

export function understand(document: SourceDocument): Understood {
  const findings = new Findings();
  const items = itemsOf(document);
  const outline = outlineOf(items);
  const tagged = takeTags(document, findings);
  for (const item of items)
    if (item.kind === "table")
      readGrid(
        {
          table: item.table,
          place: item.place,
          isSparse: document.kind === "XLSX" || document.kind === "CSV",
        },
        findings,
      );
  for (const table of TABLES) if (!hasCells(findings, table)) readWithoutTable(table, outline, findings);
  const year = tagged.year ?? outline.year;
  const format = formOf(findings, year?.value ?? null);
  tellDropped(document.dropped, findings);
  const sections = tagged.sections.length > 0 ? tagged.sections : outline.sections;
  tellMissing({ outline, sections, year, hasUnit: (tagged.unitName ?? outline.unitName) !== null }, findings);
  tellTwice(findings);
  return {
    unitName: tagged.unitName ?? outline.unitName,
    year,
    signedOn: tagged.signedOn ?? outline.signedOn,
    format: format?.code ?? null,
    cells: [...findings.cells.values()].filter(({ code }) => format?.position(code) !== undefined),
    sections,
    doubts: findings.doubts,
    exported: exportedFrom(document.properties),
  };
}

const hasCells = ({ cells }: Findings, table: TableKey): boolean =>
  [...cells.keys()].some((code) => code.startsWith(`${table}.`));

interface TaggedHead {
  readonly unitName: FoundText | null;
  readonly year: Understood["year"];
  readonly signedOn: FoundText | null;
  readonly sections: readonly FoundSection[];
}

const SECTION_KEYS: readonly SectionKey[] = ["INTRODUCTION", "OVERVIEW", "PROBLEMS", "OTHER_MATTERS"];

/** A file of ours names every figure, so nothing about it is guessed. */
function takeTags({ tags }: SourceDocument, findings: Findings): TaggedHead {
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  for (const { name, value, place } of tags) {
    const cell = cellByCode(name);
    if (!cell) continue;
    const { row, column } = cell;
    takeFigure(findings, { row, column, printed: value, place, certainty: "EXACT" });
  }
  const unit = byName.get("report.unit");
  const year = byName.get("report.year");
  const signed = byName.get("report.signedOn");
  return {
    unitName: unit?.value ? unit : null,
    year:
      /^20\d{2}$/.test(year?.value.trim() ?? "") && year
        ? { value: Number(year.value), place: year.place }
        : null,
    signedOn: signed ? dateOf(signed) : null,
    sections: SECTION_KEYS.flatMap((key) => {
      const tag = byName.get(`section.${key}`);
      return tag ? [{ key, body: tag.value, place: isSomewhere(tag.place) ? tag.place : null }] : [];
    }),
  };
}

const isSomewhere = ({ table, paragraph }: Place): boolean => table !== null || paragraph !== null;

function dateOf({ value, place }: FoundText): FoundText | null {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(value.trim());
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, place };
}

const LINE_READERS: Readonly<Record<TableKey, (items: readonly Item[], findings: Findings) => void>> = {
  proactive: readProactiveLines,
  requests: readRequestLines,
  remedies: readRemedyLines,
};

/** A table that became lines or a sentence, is a picture, or is not there. */
function readWithoutTable(table: TableKey, outline: Outline, findings: Findings): void {
  const items = outline.below(table);
  if (outline.hasHeadings || table === "requests") LINE_READERS[table](items, findings);
  if (table === "proactive" && !hasCells(findings, table)) readProactiveSentences(items, findings);
  if (hasCells(findings, table)) return;
  const picture = items.find(({ kind }) => kind === "picture");
  const name = TABLE_NAMES[table];
  if (picture)
    findings.doubt(
      "S04_TABLE_IMAGE",
      text(
        `${name.zh}是图片，其中的数读不出来，请手工填写`,
        `${name.en} is a picture: its figures cannot be read and are to be entered by hand`,
      ),
      picture.place,
    );
  else findings.doubt("TABLE_NOT_FOUND", text(`没有找到${name.zh}`, `${name.en} was not found`));
}

/** By the rows and columns that only one form has; without them by the year. */
function formOf(findings: Findings, year: number | null): Format | null {
  const codes = [...findings.cells.values()].filter(({ value }) => value !== null).map(({ code }) => code);
  const count = (format: Format): number =>
    codes.filter((code) => format.position(code) !== undefined).length;
  const ofYear = year === null ? undefined : formatOfYear(year);
  const [best] = FORMATS.toSorted((a, b) => count(b) - count(a));
  const ofTables = best && FORMATS.some((format) => count(format) < count(best)) ? best : undefined;
  if (ofYear && ofTables && ofYear !== ofTables)
    findings.doubt(
      "OTHER_FORM",
      text(
        `表格是${ofTables.documentNumber}格式，而 ${year} 年的年报适用${ofYear.documentNumber}格式`,
        `The tables follow the form of ${ofTables.code}; a report for ${year} follows that of ${ofYear.code}`,
      ),
    );
  return ofTables ?? ofYear ?? best ?? null;
}

const DROPPED: Readonly<Record<DroppedPart, Text>> = {
  MACROS: text("文件中的宏未读取", "The file's macros were left out"),
  EXTERNAL_LINKS: text("文件引用的外部文件未读取", "Files that this one refers to were left out"),
  EMBEDDED_OBJECTS: text("文件中嵌入的对象未读取", "Objects embedded in the file were left out"),
  SCRIPTS: text("网页中的脚本和嵌入内容未读取", "Scripts and embedded content of the page were left out"),
};

function tellDropped(dropped: readonly DroppedPart[], findings: Findings): void {
  for (const part of dropped) findings.doubt("PART_DROPPED", DROPPED[part]);
}

interface Heads {
  readonly outline: Outline;
  readonly sections: readonly FoundSection[];
  readonly year: Understood["year"];
  readonly hasUnit: boolean;
}

function tellMissing({ outline, sections, year, hasUnit }: Heads, findings: Findings): void {
  if (!hasUnit) findings.doubt("HEAD_NOT_FOUND", text("没有找到单位名称", "The unit's name was not found"));
  if (!year) findings.doubt("HEAD_NOT_FOUND", text("没有找到报告年度", "The report's year was not found"));
  const period = outline.periodYear;
  if (year && period && period.value !== year.value)
    findings.doubt(
      "OTHER_YEAR",
      text(
        `标题是 ${year.value} 年，统计期限是 ${period.value} 年`,
        `The title says ${year.value}, the period ${period.value}`,
      ),
      period.place,
    );
  const found = new Set(sections.map(({ key }) => key));
  for (const { key, heading } of FORMATS.at(-1)?.sections ?? [])
    if (!found.has(key))
      findings.doubt(
        "SECTION_NOT_FOUND",
        text(`没有找到“${heading}”的文字`, `The text of “${heading}” was not found`),
      );
}

/** Two tables 三 in one file, for instance the unit's and the district's: which one is meant only a person knows. */
function tellTwice(findings: Findings): void {
  const { twice } = findings;
  for (const code of twice) {
    const found = findings.cells.get(code);
    if (found) findings.cells.set(code, { ...found, certainty: "DOUBTFUL" });
  }
  for (const table of TABLES) {
    const codes = twice.filter((code) => code.startsWith(`${table}.`));
    const first = findings.cells.get(codes[0] ?? "");
    const name = TABLE_NAMES[table];
    if (first)
      findings.doubt(
        "FOUND_TWICE",
        text(
          `文件中有两个${name.zh}，${codes.length} 个数不同；取用的是前一个`,
          `The file holds ${name.en} twice, with ${codes.length} different figures; those of the first were taken`,
        ),
        first.place,
      );
  }
}

function exportedFrom(properties: Readonly<Record<string, string>>): ExportedFrom | null {
  const of = (name: string): string => properties[`gongkai.${name}`] ?? "";
  const [year, revision] = [Number(of("year")), Number(of("revision"))];
  if (of("unit") === "" || !Number.isInteger(year) || !Number.isInteger(revision)) return null;
  return { unitCode: of("unit"), year, scope: of("scope") || "OWN", revision };
}
