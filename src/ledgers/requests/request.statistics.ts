import { text, type Text } from "../../kernel/text.js";
import { raw, sql } from "../../platform/db/index.js";
import {
  among,
  withinRange,
  COMMON_DIMENSIONS,
  labelField,
  noKey,
  termsDimension,
  textOf,
  typedDimension,
  UNIT_FIELD,
  byTyped,
  whether,
  withinYears,
  type DateSpan,
  type Column,
  type LedgerDataSet,
  type LedgerDimension,
} from "../../records/index.js";
import {
  APPLICANT_KINDS,
  RECEIPT_CHANNELS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  type ApplicantKind,
  type ReceiptChannel,
  type RequestOutcome,
  type RequestState,
} from "./request.terms.js";
import { COUNTS_AS_RECEIVED, onTime } from "./request.facts.js";
import { INFORMATION_REQUESTS } from "./request.entity.js";

/** 办理结果大类: the groups of rows 3 to 23 of table 三, in their order, with what their rows begin with. */
export const OUTCOME_GROUPS = {
  GRANTED: { name: text("予以公开", "disclosed"), row: "granted" },
  PARTIAL: { name: text("部分公开", "partly disclosed"), row: "partial" },
  DENIED: { name: text("不予公开", "denied"), row: "denied" },
  UNABLE: { name: text("无法提供", "unable to provide"), row: "unable" },
  REFUSED: { name: text("不予处理", "not dealt with"), row: "refused" },
  OTHER: { name: text("其他处理", "dealt with otherwise"), row: "other" },
} as const satisfies Record<string, { name: Text; row: string }>;
export type OutcomeGroup = keyof typeof OUTCOME_GROUPS;

const GROUPS = Object.keys(OUTCOME_GROUPS) as OutcomeGroup[];
const OUTCOMES = Object.keys(REQUEST_OUTCOMES) as RequestOutcome[];

const groupOf = (outcome: RequestOutcome): OutcomeGroup | undefined =>
  GROUPS.find((group) => OUTCOME_GROUPS[group].row === REQUEST_OUTCOMES[outcome].row.split(".")[0]);

const outcomesIn = (groups: readonly OutcomeGroup[] | null | undefined): RequestOutcome[] | null =>
  groups
    ? OUTCOMES.filter((outcome) => {
        const group = groupOf(outcome);
        return group !== undefined && groups.includes(group);
      })
    : null;

const namesOf = (terms: Readonly<Record<string, { readonly name: Text }>>): Record<string, Text> =>
  Object.fromEntries(Object.entries(terms).map(([key, { name }]) => [key, name]));

const UNDECIDED = text("（尚未办结）", "(undecided)");
const OUTCOME: Column = { name: "outcome", sql: raw("r.outcome") };
const ARTICLE: Column = { name: "article", sql: raw("r.article"), typed: true };

const outcomeGroup: LedgerDimension = {
  label: text("办理结果大类", "Group of outcomes"),
  columns: () => [OUTCOME],
  keys: () => (columns) => {
    const outcome = textOf(columns, "outcome");
    const group = outcome === null ? undefined : groupOf(outcome as RequestOutcome);
    if (!group) return [noKey(UNDECIDED)];
    return [{ key: group, label: OUTCOME_GROUPS[group].name, place: GROUPS.indexOf(group) }];
  },
};

export interface RequestWhere {
  readonly received?: DateSpan | null;
  readonly decided?: DateSpan | null;
  readonly years?: readonly number[] | null;
  readonly applicantKinds?: readonly ApplicantKind[] | null;
  readonly outcomes?: readonly RequestOutcome[] | null;
  readonly outcomeGroups?: readonly OutcomeGroup[] | null;
  readonly articles?: readonly string[] | null;
  readonly receiptChannels?: readonly ReceiptChannel[] | null;
  readonly states?: readonly RequestState[] | null;
  readonly undecided?: boolean | null;
  readonly onTime?: boolean | null;
}

const dimensions = {
  ...COMMON_DIMENSIONS,
  APPLICANT_KIND: termsDimension(
    text("申请人类别", "Kind of applicant"),
    { name: "applicantKind", sql: raw("r.applicant_kind") },
    APPLICANT_KINDS,
    text("（无）", "(none)"),
  ),
  OUTCOME: termsDimension(text("办理结果", "Outcome"), OUTCOME, namesOf(REQUEST_OUTCOMES), UNDECIDED),
  OUTCOME_GROUP: outcomeGroup,
  ARTICLE: typedDimension(text("所依据的条款", "Article"), ARTICLE, text("（未注明）", "(none given)")),
  RECEIPT_CHANNEL: termsDimension(
    text("收件方式", "How it came in"),
    { name: "receiptChannel", sql: raw("r.receipt_channel") },
    namesOf(RECEIPT_CHANNELS),
    text("（无）", "(none)"),
  ),
  STATE: termsDimension(
    text("办理状态", "State"),
    { name: "state", sql: raw("r.state") },
    REQUEST_STATES,
    text("（无）", "(none)"),
  ),
} as const satisfies Record<string, LedgerDimension>;
export type RequestDimension = keyof typeof dimensions;
export type RequestField = "WORKING_DAYS" | "UNIT" | "OUTCOME" | "ARTICLE";
export type RequestBasis = "RECEIVED" | "DECIDED";

/** Registered but not received requests do not count, as in table 三. */
export const REQUEST_DATA: LedgerDataSet<RequestDimension, RequestField, RequestWhere, RequestBasis> = {
  counted: { label: text("申请", "Requests"), unit: "件" },
  table: INFORMATION_REQUESTS,
  counts: COUNTS_AS_RECEIVED.sql,
  dates: {
    RECEIVED: { column: "r.counted_on", label: text("收到日期", "when it was received") },
    DECIDED: {
      column: "r.decided_on",
      label: text("办结日期；未办结的不计", "when it was decided; the undecided do not count"),
    },
  },
  dimensions,
  fields: {
    WORKING_DAYS: {
      key: "WORKING_DAYS",
      label: text("办结所用工作日", "Working days to decide"),
      unit: "个工作日",
      numeric: true,
      columns: [
        {
          name: "workingDays",
          sql: sql`(case when r.decided_on is null then null else r.used_days end)`,
        },
      ],
      valueOf: ([days]) => Number(days),
    },
    UNIT: UNIT_FIELD,
    OUTCOME: labelField("OUTCOME", text("办理结果", "Outcomes"), OUTCOME),
    ARTICLE: labelField("ARTICLE", text("所依据的条款", "Articles"), ARTICLE),
  },
  conditions: (where, date, today) => [
    ...withinRange("r.counted_on", where.received),
    ...withinRange("r.decided_on", where.decided),
    ...withinYears(date, where.years),
    ...among("r.applicant_kind", where.applicantKinds),
    ...among("r.outcome", where.outcomes),
    ...among("r.outcome", outcomesIn(where.outcomeGroups)),
    ...byTyped("r.article", where.articles),
    ...among("r.receipt_channel", where.receiptChannels),
    ...among("r.state", where.states),
    ...whether(where.undecided, sql`r.decided_on is null`),
    ...whether(where.onTime, onTime(today).sql, sql`r.decided_on is not null`),
  ],
  published: [
    {
      ...{ basis: "RECEIVED", ledger: "requests", phase: "received", by: ["APPLICANT_KIND"] },
      ...{ dimensions: ["APPLICANT_KIND"], filters: ["applicantKinds"] },
    },
    {
      ...{ basis: "DECIDED", ledger: "requests", phase: "decided", by: ["APPLICANT_KIND", "OUTCOME"] },
      dimensions: ["APPLICANT_KIND", "OUTCOME", "OUTCOME_GROUP"],
      filters: ["applicantKinds", "outcomes", "outcomeGroups"],
    },
  ],
  listed: {
    years: "YEAR",
    applicantKinds: "APPLICANT_KIND",
    outcomes: "OUTCOME",
    outcomeGroups: "OUTCOME_GROUP",
    articles: "ARTICLE",
    receiptChannels: "RECEIPT_CHANNEL",
    states: "STATE",
  },
  spans: { received: "r.counted_on", decided: "r.decided_on" },
  ofPeople: true,
};
