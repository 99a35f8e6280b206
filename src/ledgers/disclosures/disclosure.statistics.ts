import { catalogueCategories } from "./catalogue.read-model.js";
import { text } from "../../kernel/text.js";
import { raw, sql } from "../../platform/db/index.js";
import { bitOf, CHANNEL_NAMES, CHANNELS, decodeChannels, type Channel } from "./channels.js";
import { DISCLOSURES, type DocumentKind } from "./disclosure.entity.js";
import {
  among,
  withinRange,
  COMMON_DIMENSIONS,
  noKey,
  plainKey,
  termsDimension,
  UNIT_COLUMN,
  UNIT_FIELD,
  whether,
  withinYears,
  type DateSpan,
  type LedgerDataSet,
  type LedgerDimension,
} from "../../records/index.js";

/** Each record counts in each of its channels. */
const channel: LedgerDimension = {
  label: text("公开渠道", "Channel"),
  columns: () => [{ name: "channels", sql: raw("r.channels") }],
  keys: () => (columns) => {
    const channels = decodeChannels(Number(columns["channels"]));
    if (channels.length === 0) return [noKey(text("（无）", "(none)"))];
    return channels.map((one) => ({ key: one, label: CHANNEL_NAMES[one], place: CHANNELS.indexOf(one) }));
  },
};

/** The category as the unit's own catalogue names it. */
const category: LedgerDimension = {
  label: text("类别", "Category"),
  columns: () => [UNIT_COLUMN, { name: "category", sql: raw("r.category"), typed: true }],
  needs: catalogueCategories,
  keys: (known) => (columns) => [
    plainKey(known.category(String(columns["unitId"]), String(columns["category"]))),
  ],
};

const dimensions = {
  ...COMMON_DIMENSIONS,
  CHANNEL: channel,
  CATEGORY: category,
  DOCUMENT_KIND: termsDimension(
    text("文件类别", "Kind of document"),
    { name: "documentKind", sql: raw("r.document_kind") },
    {
      REGULATION: text("规章", "regulation"),
      NORMATIVE_DOCUMENT: text("行政规范性文件", "normative document"),
    },
    text("（其他信息）", "(other information)"),
  ),
} as const satisfies Record<string, LedgerDimension>;
export type DisclosureDimension = keyof typeof dimensions;
export type DisclosureField = "ITEMS" | "UNIT";
export type DisclosureBasis = "PUBLISHED" | "FORMED";

export interface DisclosureWhere {
  readonly published?: DateSpan | null;
  readonly formed?: DateSpan | null;
  readonly years?: readonly number[] | null;
  readonly channels?: readonly Channel[] | null;
  readonly documentKinds?: readonly DocumentKind[] | null;
  readonly late?: boolean | null;
}

/** Counts what is published now: no drafts, nothing withdrawn, whoever asks. */
export const DISCLOSURE_DATA: LedgerDataSet<
  DisclosureDimension,
  DisclosureField,
  DisclosureWhere,
  DisclosureBasis
> = {
  counted: { label: text("主动公开记录", "Records"), unit: "条记录" },
  table: DISCLOSURES,
  counts: sql`r.status = 'PUBLISHED'`,
  dates: {
    PUBLISHED: { column: "r.published_on", label: text("公开日期", "when it was published") },
    FORMED: { column: "r.formed_on", label: text("形成或变更日期", "when it was formed or changed") },
  },
  dimensions,
  fields: {
    ITEMS: {
      key: "ITEMS",
      label: text("信息条数", "Items"),
      unit: "条",
      numeric: true,
      columns: [{ name: "items", sql: raw("r.items") }],
      valueOf: ([items]) => Number(items),
    },
    UNIT: UNIT_FIELD,
  },
  conditions: (where, date) => [
    ...withinRange("r.published_on", where.published),
    ...withinRange("r.formed_on", where.formed),
    ...withinYears(date, where.years),
    ...(where.channels
      ? [sql`(r.channels & ${where.channels.reduce((bits, one) => bits | bitOf(one), 0)}) <> 0`]
      : []),
    ...among("r.document_kind", where.documentKinds),
    ...whether(where.late, sql`r.published_on > r.due_on`),
  ],
  published: [],
  listed: { years: "YEAR", channels: "CHANNEL", documentKinds: "DOCUMENT_KIND" },
  spans: { published: "r.published_on", formed: "r.formed_on" },
  ofPeople: false,
};
