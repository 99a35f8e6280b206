import {
  type Figures,
  type SectionKey,
  showCellValue,
  type TableKey,
  formGrid,
  type Grid,
} from "../../forms/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";

/** What one printed report says; every file format is written from it. */
export interface ReportDocument {
  readonly unit: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly scope: "OWN" | "SYSTEM";
  readonly revision: number;
  readonly figures: Figures;
  readonly sections: Readonly<Partial<Record<SectionKey, string>>>;
  readonly signedOn: CalendarDate | null;
  readonly publishedAt: string | null;
  /** Findings in words, for readers who may see them; null for others. */
  readonly findings: readonly FindingLine[] | null;
}

export interface FindingLine {
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly status: string;
  readonly message: string;
  readonly codes: readonly string[];
  readonly expected: string | null;
  readonly actual: string | null;
  readonly explanation: string | null;
  readonly judgement: string | null;
}

/** A part below its official heading: text, or a table. */
export type Part =
  | { readonly heading: string; readonly section: SectionKey; readonly paragraphs: readonly string[] }
  | { readonly heading: string; readonly table: TableKey; readonly grid: Grid };

export const TITLE = "年政府信息公开工作年度报告";

export const titleOf = ({ unit, year }: Pick<ReportDocument, "unit" | "year">): string =>
  `${unit.name}${year}${TITLE}`;

/** The six parts in their official order: 一 as text, 二 to 四 as tables, 五 and 六 as text. */
export function partsOf(document: ReportDocument): Part[] {
  const { figures } = document;
  const parts: Part[] = [
    ...figures.format.sections
      .filter(({ key }) => key !== "INTRODUCTION")
      .map(({ key, heading }) => ({ heading, section: key, paragraphs: paragraphsOf(document, key) })),
    ...figures.format.tables.map(({ key, heading }) => ({
      heading,
      table: key,
      grid: formGrid(key, figures),
    })),
  ];
  return parts.sort((a, b) => numeral(a) - numeral(b));
}

const numeral = ({ heading }: Part): number => "一二三四五六".indexOf(heading.charAt(0));

/** A paragraph a line; an empty section is one empty paragraph. */
export const paragraphsOf = ({ sections }: ReportDocument, key: SectionKey): readonly string[] =>
  (sections[key] ?? "").split("\n");

const LEVEL_2 = /^（[一二三四五六七八九十]{1,3}）[^。：\n]{1,24}(?:[。：]|$)/;

/** The heading of level 2 that a paragraph begins with, such as （一）主动公开方面。; "" where there is none. */
export const leadOf = (paragraph: string): string => LEVEL_2.exec(paragraph)?.[0] ?? "";

/** 2024-01-22 as 2024年1月22日; without a date, the blanks to write one in by hand. */
export function signatureDate(date: CalendarDate | null): string {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  return date === null ? "　　年　月　日" : `${year}年${month}月${day}日`;
}

/** What the file's properties say of its origin. */
export const propertiesOf = ({
  unit,
  year,
  scope,
  revision,
  figures,
}: ReportDocument): Record<string, string> => ({
  "gongkai.unit": unit.code,
  "gongkai.year": String(year),
  "gongkai.scope": scope,
  "gongkai.format": figures.format.code,
  "gongkai.revision": String(revision),
});

export const fileNameOf = (document: ReportDocument, extension: string): string =>
  `${titleOf(document)}${document.publishedAt === null ? "（未发布）" : ""}.${extension}`;

/** The report as plain data for programs. */
export function reportJson(document: ReportDocument): object {
  const { unit, year, scope, revision, figures, signedOn, publishedAt } = document;
  const { format, values } = figures;
  const { code, documentNumber, sections } = format;
  return {
    title: titleOf(document),
    ...{ unit, year, scope, revision, signedOn, publishedAt },
    format: { code, documentNumber },
    sections: sections.map(({ key, heading }) => ({ key, heading, text: document.sections[key] ?? "" })),
    cells: format.cells.map((cell) => {
      const value = values[cell.position] ?? null;
      const { code, label, unit, computed } = cell;
      return { code, label, unit, computed, value: value === null ? null : showCellValue(cell, value) };
    }),
  };
}
