import type { RequestOutcome } from "../../ledgers/requests/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";

/** How a decision may be contested. MIXED: review first for what is withheld, a choice for the rest. */
export type RemedyMode = "REVIEW_FIRST" | "CHOICE" | "MIXED" | "NONE";

/** From that day on a refusal is reviewed first (行政复议法 §23 第一款第四项). */
const REVIEW_FIRST_SINCE = "2024-01-01";

const REFUSALS: readonly RequestOutcome[] = [
  "DENIED_STATE_SECRET",
  "DENIED_LAW_FORBIDDEN",
  "DENIED_SECURITY_STABILITY",
  "DENIED_THIRD_PARTY",
  "DENIED_INTERNAL_AFFAIRS",
  "DENIED_PROCESS",
  "DENIED_CASE_FILE",
];

export interface RemedyRules {
  readonly decidedOn: CalendarDate;
  /** 属于行政查询事项: the law is silent, a district decides. */
  readonly queryMatter: "CHOICE" | "REVIEW_FIRST";
}

function modeOf(outcome: RequestOutcome, { decidedOn, queryMatter }: RemedyRules): RemedyMode {
  if (decidedOn < REVIEW_FIRST_SINCE) return "CHOICE";
  if (REFUSALS.includes(outcome)) return "REVIEW_FIRST";
  if (outcome === "DENIED_QUERY_MATTER") return queryMatter;
  return outcome === "PARTIAL" ? "MIXED" : "CHOICE";
}

/** Of a letter with one item or several: MIXED as soon as they differ. */
export function remedyMode(outcomes: readonly RequestOutcome[], rules: RemedyRules): RemedyMode {
  const [first = "NONE", ...others] = [...new Set(outcomes.map((outcome) => modeOf(outcome, rules)))];
  return others.length === 0 ? first : "MIXED";
}

export interface RemedyBodies {
  /** One government (行政复议法 §24); never a choice of two. */
  readonly review: string;
  readonly court: string;
  /** Where a review can be asked for online; required in a letter served online (行政复议法 §22 第二款). */
  readonly online: string | null;
}

const REVIEW = "自知道或者应当知道本答复之日起六十日内";
const AFTER_REVIEW = "对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内";
const SUIT = "自知道或者应当知道本答复之日起六个月内";

/** The paragraph that tells the applicant of remedies; "" for letters that have none. */
export function remedyClause(mode: RemedyMode, { review, court, online }: RemedyBodies): string {
  if (mode === "NONE") return "";
  const first = `应当先${REVIEW}向${review}申请行政复议；${AFTER_REVIEW}依法向${court}提起行政诉讼`;
  const choice = `可以${REVIEW}向${review}申请行政复议，也可以${SUIT}直接向${court}提起行政诉讼`;
  const words = {
    REVIEW_FIRST: `如对本答复不服，${first}。`,
    CHOICE: `如对本答复不服，${choice}。`,
    MIXED: `如对本答复中不予公开的部分不服，${first}；对其他部分不服，${choice}。`,
  }[mode];
  return online === null ? words : `${words}行政复议申请可以通过${online}在线提交。`;
}

const SPEAKS_OF = /行政复议|行政诉讼|向[^。；]{0,40}起诉/;
const OFFERS_CHOICE =
  /也可以[^。；]*(?:诉讼|起诉)|或者[^。；]{0,60}(?:提起行政诉讼|起诉)|直接向[^。；]*(?:提起行政诉讼|起诉)/;
const DEMANDS_REVIEW = /(?:应当|须|必须)先?[^。；]*行政复议|先[^。；]{0,60}申请行政复议/;
const TWO_BODIES = /上一级(?:主管部门|行政机关)|上级主管部门/;

export type Contradiction =
  "SPEAKS_OF_REMEDIES" | "CLAUSE_MISSING" | "OFFERS_CHOICE" | "DEMANDS_REVIEW" | "TWO_BODIES";

/** What a finished letter says of remedies against what it must say; a template of a district may say anything. */
export function contradictions(text: string, mode: RemedyMode, clause: string): Contradiction[] {
  if (mode === "NONE") return SPEAKS_OF.test(text) ? ["SPEAKS_OF_REMEDIES"] : [];
  if (!text.includes(clause)) return ["CLAUSE_MISSING"];
  const rest = text.replace(clause, "");
  return [
    ...(TWO_BODIES.test(rest) ? (["TWO_BODIES"] as const) : []),
    ...(mode === "REVIEW_FIRST" && OFFERS_CHOICE.test(rest) ? (["OFFERS_CHOICE"] as const) : []),
    ...(mode === "CHOICE" && DEMANDS_REVIEW.test(rest) ? (["DEMANDS_REVIEW"] as const) : []),
  ];
}
