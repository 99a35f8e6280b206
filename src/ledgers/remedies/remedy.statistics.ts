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
import { REMEDIES } from "./remedy.entity.js";
import { REMEDY_ROUTES, REMEDY_RULINGS, type RemedyRoute, type RemedyRuling } from "./remedy.terms.js";

const dimensions = {
  ...COMMON_DIMENSIONS,
  ROUTE: termsDimension(
    text("救济途径", "Route"),
    { name: "route", sql: raw("r.route") },
    REMEDY_ROUTES,
    text("（无）", "(none)"),
  ),
  RULING: termsDimension(
    text("审理结果", "Ruling"),
    { name: "ruling", sql: raw("r.ruling") },
    REMEDY_RULINGS,
    text("（尚未审结）", "(pending)"),
  ),
} as const satisfies Record<string, LedgerDimension>;
export type RemedyDimension = keyof typeof dimensions;
export type RemedyField = "DAYS" | "UNIT";
export type RemedyBasis = "LODGED" | "CONCLUDED";

export interface RemedyWhere {
  readonly lodged?: DateSpan | null;
  readonly concluded?: DateSpan | null;
  readonly years?: readonly number[] | null;
  readonly routes?: readonly RemedyRoute[] | null;
  readonly rulings?: readonly RemedyRuling[] | null;
  readonly pending?: boolean | null;
}

export const REMEDY_DATA: LedgerDataSet<RemedyDimension, RemedyField, RemedyWhere, RemedyBasis> = {
  counted: { label: text("复议、诉讼案件", "Cases"), unit: "件" },
  table: REMEDIES,
  counts: raw("1=1"),
  dates: {
    LODGED: { column: "r.lodged_on", label: text("申请复议或起诉日期", "when it was lodged") },
    CONCLUDED: {
      column: "r.concluded_on",
      label: text("审结日期；未审结的不计", "when it was concluded; the pending do not count"),
    },
  },
  dimensions,
  fields: {
    DAYS: daysField(text("审理天数", "Days to conclude"), "r.lodged_on", "r.concluded_on"),
    UNIT: UNIT_FIELD,
  },
  conditions: (where, date) => [
    ...withinRange("r.lodged_on", where.lodged),
    ...withinRange("r.concluded_on", where.concluded),
    ...withinYears(date, where.years),
    ...among("r.route", where.routes),
    ...among("r.ruling", where.rulings),
    ...whether(where.pending, sql`r.concluded_on is null`),
  ],
  published: [
    {
      ...{ basis: "CONCLUDED", ledger: "remedies", phase: "concluded", by: ["ROUTE", "RULING"] },
      ...{ dimensions: ["ROUTE", "RULING"], filters: ["routes", "rulings"] },
    },
  ],
  listed: { years: "YEAR", routes: "ROUTE", rulings: "RULING" },
  spans: { lodged: "r.lodged_on", concluded: "r.concluded_on" },
  ofPeople: true,
};
