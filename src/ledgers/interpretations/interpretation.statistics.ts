import { text } from "../../kernel/text.js";
import { raw, sql } from "../../platform/db/index.js";
import {
  among,
  withinRange,
  COMMON_DIMENSIONS,
  daysField,
  termsDimension,
  UNIT_FIELD,
  whether,
  withinYears,
  type DateSpan,
  type LedgerDataSet,
  type LedgerDimension,
} from "../../records/index.js";
import { INTERPRETATIONS } from "./interpretation.entity.js";
import { COUNTS } from "./interpretation.read-model.js";
import {
  DOCUMENT_CLASSES,
  INTERPRETATION_FORMS,
  type DocumentClass,
  type InterpretationForm,
} from "./interpretation.terms.js";

const NONE = text("（无）", "(none)");

const dimensions = {
  ...COMMON_DIMENSIONS,
  FORM: termsDimension(
    text("解读形式", "Form of interpretation"),
    { name: "form", sql: raw("r.form") },
    INTERPRETATION_FORMS,
    NONE,
  ),
  DOCUMENT_CLASS: termsDimension(
    text("文件类别", "Class of document"),
    { name: "documentClass", sql: raw("r.document_class") },
    DOCUMENT_CLASSES,
    NONE,
  ),
} as const satisfies Record<string, LedgerDimension>;
type Dimension = keyof typeof dimensions;

export interface InterpretationWhere {
  readonly documentPublished?: DateSpan | null;
  readonly published?: DateSpan | null;
  readonly years?: readonly number[] | null;
  readonly forms?: readonly InterpretationForm[] | null;
  readonly documentClasses?: readonly DocumentClass[] | null;
  readonly mustInterpret?: boolean | null;
  readonly awaited?: boolean | null;
  readonly late?: boolean | null;
}

export const INTERPRETATION_DATA: LedgerDataSet<
  Dimension,
  "DAYS" | "UNIT",
  InterpretationWhere,
  "PUBLISHED" | "DOCUMENT"
> = {
  counted: { label: text("政策解读", "Interpretations"), unit: "篇" },
  table: INTERPRETATIONS,
  counts: COUNTS,
  dates: {
    PUBLISHED: {
      column: "r.published_on",
      label: text("解读发布日期；未发布的不计", "when it was published; the awaited do not count"),
    },
    DOCUMENT: {
      column: "r.document_published_on",
      label: text("文件公布日期", "when its document was published"),
    },
  },
  dimensions,
  fields: {
    DAYS: daysField(
      text("公布文件到解读的天数", "Days from document to interpretation"),
      "r.document_published_on",
      "r.published_on",
    ),
    UNIT: UNIT_FIELD,
  },
  conditions: (where, date, today) => [
    ...withinRange("r.document_published_on", where.documentPublished),
    ...withinRange("r.published_on", where.published),
    ...withinYears(date, where.years),
    ...among("r.form", where.forms),
    ...among("r.document_class", where.documentClasses),
    ...whether(where.mustInterpret, sql`r.due_on is not null`),
    ...whether(where.awaited, sql`r.published_on is null`),
    ...whether(where.late, sql`(r.due_on is not null and coalesce(r.published_on, ${today}) > r.due_on)`),
  ],
  published: [],
  listed: { years: "YEAR", forms: "FORM", documentClasses: "DOCUMENT_CLASS" },
  spans: { documentPublished: "r.document_published_on", published: "r.published_on" },
  ofPeople: false,
};
