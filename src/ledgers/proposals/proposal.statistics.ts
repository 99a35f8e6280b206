import { text } from "../../kernel/text.js";
import { raw, sql } from "../../platform/db/index.js";
import {
  among,
  withinRange,
  COMMON_DIMENSIONS,
  daysField,
  termsDimension,
  typedDimension,
  UNIT_FIELD,
  byTyped,
  whether,
  withinYears,
  type DateSpan,
  type LedgerDataSet,
  type LedgerDimension,
} from "../../records/index.js";
import {
  PROPOSAL_KINDS,
  PROPOSAL_LEVELS,
  PROPOSAL_ROLES,
  SATISFACTIONS,
  type ProposalKind,
  type ProposalLevel,
  type ProposalRole,
  type Satisfaction,
} from "./proposal.terms.js";
import { PROPOSALS } from "./proposal.entity.js";

const NONE = text("（无）", "(none)");

const dimensions = {
  ...COMMON_DIMENSIONS,
  KIND: termsDimension(
    text("建议提案类别", "Suggestion or proposal"),
    { name: "kind", sql: raw("r.kind") },
    PROPOSAL_KINDS,
    NONE,
  ),
  ROLE: termsDimension(
    text("主办或会办", "Part in it"),
    { name: "role", sql: raw("r.role") },
    PROPOSAL_ROLES,
    NONE,
  ),
  RESULT_CLASS: typedDimension(
    text("办理结果分类", "Class of the result"),
    { name: "resultClass", sql: raw("r.result_class") },
    text("（未答复或未分类）", "(none yet)"),
  ),
  SATISFACTION: termsDimension(
    text("满意度", "Satisfaction"),
    { name: "satisfaction", sql: raw("r.satisfaction") },
    SATISFACTIONS,
    text("（未评价）", "(not rated)"),
  ),
  LEVEL: termsDimension(
    text("建议提案层级", "Level"),
    { name: "level", sql: raw("r.level") },
    PROPOSAL_LEVELS,
    NONE,
  ),
} as const satisfies Record<string, LedgerDimension>;
export type ProposalDimension = keyof typeof dimensions;
export type ProposalField = "DAYS" | "UNIT";
export type ProposalBasis = "ASSIGNED" | "ANSWERED";

export interface ProposalWhere {
  readonly assigned?: DateSpan | null;
  readonly answered?: DateSpan | null;
  readonly years?: readonly number[] | null;
  readonly kinds?: readonly ProposalKind[] | null;
  readonly roles?: readonly ProposalRole[] | null;
  readonly levels?: readonly ProposalLevel[] | null;
  readonly resultClasses?: readonly string[] | null;
  readonly satisfactions?: readonly Satisfaction[] | null;
  readonly unanswered?: boolean | null;
  readonly published?: boolean | null;
}

export const PROPOSAL_DATA: LedgerDataSet<ProposalDimension, ProposalField, ProposalWhere, ProposalBasis> = {
  counted: { label: text("建议提案", "Proposals"), unit: "件" },
  table: PROPOSALS,
  counts: raw("1=1"),
  dates: {
    ASSIGNED: { column: "r.assigned_on", label: text("交办日期", "when it was assigned") },
    ANSWERED: {
      column: "r.answered_on",
      label: text("答复日期；未答复的不计", "when it was answered; the unanswered do not count"),
    },
  },
  dimensions,
  fields: {
    DAYS: daysField(text("答复所用天数", "Days to answer"), "r.assigned_on", "r.answered_on"),
    UNIT: UNIT_FIELD,
  },
  conditions: (where, date) => [
    ...withinRange("r.assigned_on", where.assigned),
    ...withinRange("r.answered_on", where.answered),
    ...withinYears(date, where.years),
    ...among("r.kind", where.kinds),
    ...among("r.role", where.roles),
    ...among("r.level", where.levels),
    ...byTyped("r.result_class", where.resultClasses),
    ...among("r.satisfaction", where.satisfactions),
    ...whether(where.unanswered, sql`r.answered_on is null`),
    ...whether(where.published, sql`r.published = 1`),
  ],
  published: [],
  listed: {
    years: "YEAR",
    kinds: "KIND",
    roles: "ROLE",
    levels: "LEVEL",
    resultClasses: "RESULT_CLASS",
    satisfactions: "SATISFACTION",
  },
  spans: { assigned: "r.assigned_on", answered: "r.answered_on" },
  ofPeople: false,
};
