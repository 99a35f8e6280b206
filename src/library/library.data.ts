import type { Permission } from "../access/index.js";
import { text, type Text } from "../kernel/text.js";

/** Default of a variable. */
export type Default =
  /** The caller's unit. */
  | "home"
  /** The government above the caller's unit; an officer's or analyst's own. */
  | "district"
  /** The last complete year, whose reports are being filed. */
  | "lastYear"
  /** The last five complete years, oldest first. */
  | "fiveYears"
  | { readonly value: unknown };

/** A query that ships with the product. Its slug is part of addresses, and permanent. */
export interface LibraryEntry {
  readonly slug: string;
  readonly name: Text;
  readonly description: Text;
  /** Permission needed anywhere to run it; null: open to all. */
  readonly permission: Permission | null;
  readonly document: string;
  readonly defaults: Readonly<Record<string, Default>>;
}

/** A comparison of the units right below one, or of given kinds in its whole subtree. */
const COMPARISON = `query ($under: String!, $kinds: [UnitKind!], $years: [Int!]!, $indicators: [String!]!) {
  compareReports(input: { under: $under, kinds: $kinds, years: $years, indicators: $indicators }) {
    columns { indicator { code label unit } year reported total median }
    rows { unit { code name } values numerators denominators changes ranks }
    coverage { year expected included missing { code name } provisional { code name } formats }
  }
}`;

const compared = (years: "lastYear" | "fiveYears", ...indicators: readonly string[]) =>
  ({
    permission: null,
    document: COMPARISON,
    defaults: { under: "district", years, indicators: { value: indicators } },
  }) as const;

const requestList = (filter: string) =>
  ({
    permission: "ledger:read",
    document: `query ($unit: String!, $first: Int = 100, $after: String) {
  unit(code: $unit) {
    requests(subtree: true, first: $first, after: $after, filter: { ${filter} }) {
      totalCount
      nodes { number subject state receivedOn clock { dueOn workingDaysLeft } unit { code name } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    defaults: { unit: "home" },
  }) as const;

const ANSWER = `dimensions { key label } measures { name label unit formula }
    rows { keys labels values states numerators denominators } totals { values states numerators denominators }
    coverage { units groups suppressed threshold protection notes }`;

/** A statistic of one ledger over the last five years; `input` is added to its input. */
const statistic = (field: string, input: string) =>
  ({
    permission: "statistics:read",
    document: `query ($under: String!, $years: [Int!]!) {
  ${field}(input: { scope: { under: $under }, where: { years: $years }, ${input} }) {
    ${ANSWER}
  }
}`,
    defaults: { under: "home", years: "fiveYears" },
  }) as const;

/** 查询库, in the order of display. */
export const LIBRARY: readonly LibraryEntry[] = [
  {
    slug: "filing-board",
    name: text("年报报送一览", "Who has filed"),
    description: text(
      "某年度应报单位的报送状态、期限和未消除的错误",
      "Status, due date and open errors of every unit that must file for a year",
    ),
    permission: null,
    document: `query ($under: String!, $year: Int!) {
  filingBoard(under: $under, year: $year) {
    year
    coverage { expected included missing { code name } provisional { code name } }
    filings { unit { code name } status dueOn submittedAt onTime openErrors openWarnings }
  }
}`,
    defaults: { under: "district", year: "lastYear" },
  },
  {
    slug: "requests-over-years",
    name: text("申请量与公开率（五年）", "Requests and rates over five years"),
    description: text(
      "各单位五年的新收、办结、公开率和结转率，附名次和比上年增减",
      "Received, decided, share disclosed and share carried out, with ranks and changes",
    ),
    ...compared(
      "fiveYears",
      "requests.received.total",
      "requests.total.total",
      "rates.disclosed",
      "rates.carriedOut",
    ),
  },
  {
    slug: "decisions-of-the-year",
    name: text("办理结果构成", "Decisions by result"),
    description: text(
      "某年度各单位依申请公开办理结果",
      "How the requests of a year were decided, unit by unit",
    ),
    ...compared(
      "lastYear",
      "requests.granted.total",
      "requests.partial.total",
      "requests.denied.total.total",
      "requests.unable.total.total",
      "requests.refused.total.total",
      "requests.other.total.total",
      "requests.total.total",
    ),
  },
  {
    slug: "grounds-for-refusal",
    name: text("不予公开的各项理由", "Grounds for refusal in the reports"),
    description: text(
      "年报表三（三）各项，五年",
      "The eight rows of table 3 (3) of the annual reports, five years",
    ),
    ...compared(
      "fiveYears",
      "requests.denied.stateSecret.total",
      "requests.denied.lawForbidden.total",
      "requests.denied.securityStability.total",
      "requests.denied.thirdParty.total",
      "requests.denied.internalAffairs.total",
      "requests.denied.process.total",
      "requests.denied.caseFile.total",
      "requests.denied.queryMatter.total",
    ),
  },
  {
    slug: "remedies-over-years",
    name: text("行政复议和行政诉讼（五年）", "Reviews and suits over five years"),
    description: text(
      "复议、诉讼件数，复议纠错率和诉讼败诉率",
      "How many there were, and in how many the decision did not stand",
    ),
    ...compared(
      "fiveYears",
      "remedies.review.total",
      "remedies.litigation.total",
      "rates.reviewCorrected",
      "rates.litigationLost",
    ),
  },
  {
    slug: "proactive-over-years",
    name: text("主动公开（五年）", "Proactive disclosure over five years"),
    description: text(
      "规范性文件、许可、处罚、强制和收费",
      "Normative documents, licences, penalties, coercive measures and fees",
    ),
    ...compared(
      "fiveYears",
      "proactive.normativeDocuments.inForce",
      "proactive.licences.decisions",
      "proactive.penalties.decisions",
      "proactive.coercions.decisions",
      "proactive.fees.amount",
    ),
  },
  {
    slug: "due-soon",
    name: text("即将到期的申请", "Requests due soon"),
    description: text(
      "本单位及以下各单位未办结且临近期限的申请",
      "Undecided requests of the unit and all below it that are due within days",
    ),
    ...requestList("dueSoon: true"),
  },
  {
    slug: "overdue",
    name: text("逾期未办结的申请", "Overdue requests"),
    description: text(
      "本单位及以下各单位已过期限而未办结的申请",
      "Undecided requests of the unit and all below it whose due date has passed",
    ),
    ...requestList("overdue: true"),
  },
  {
    slug: "proposals-overdue",
    name: text("逾期未答复的建议提案", "Overdue suggestions and proposals"),
    description: text(
      "本单位及以下各单位已过期限而未答复的人大代表建议、政协提案",
      "Suggestions and proposals that were due and are not answered",
    ),
    permission: "statistics:read",
    document: `query ($unit: String!, $first: Int = 100, $after: String) {
  unit(code: $unit) {
    proposals(subtree: true, first: $first, after: $after, filter: { overdue: true }) {
      totalCount
      nodes { kind number title assignedOn dueOn unit { code name } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    defaults: { unit: "home" },
  },
  {
    slug: "remedies-pending",
    name: text("未审结的复议和诉讼", "Pending reviews and suits"),
    description: text(
      "本单位及以下各单位尚未审结的行政复议和行政诉讼",
      "Reviews and suits of the unit and all below it that are not concluded",
    ),
    permission: "statistics:read",
    document: `query ($unit: String!, $first: Int = 100, $after: String) {
  unit(code: $unit) {
    remedies(subtree: true, first: $first, after: $after, filter: { pending: true }) {
      totalCount
      nodes { route number organ lodgedOn unit { code name } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    defaults: { unit: "home" },
  },
  {
    slug: "refusals-by-reason",
    name: text("不予公开：按理由和季度", "Refusals by reason and quarter"),
    description: text(
      "五年内不予公开的决定，按理由、办结季度计件数和比重",
      "Decisions not to disclose in five years, by reason and quarter, with their shares",
    ),
    ...statistic(
      "requestStatistics",
      `dateBasis: DECIDED, groupBy: [OUTCOME, QUARTER], totals: true,
    measures: [
      { name: "refused", function: COUNT, where: { outcomeGroups: [DENIED] } }
      { name: "share", function: SHARE, where: { outcomeGroups: [DENIED] } }
    ],
    having: [{ measure: "refused", atLeast: 1 }]`,
    ),
  },
  {
    slug: "petition-share",
    name: text("信访类申请的比重", "Share of petitions"),
    description: text(
      "五年内以信访举报投诉类不予处理的占已办结的比重，按申请人类别和年度",
      "Of what was decided in five years, how much was refused as a petition, by kind of applicant and year",
    ),
    ...statistic(
      "requestStatistics",
      `dateBasis: DECIDED, groupBy: [APPLICANT_KIND, YEAR], totals: true,
    measures: [
      { name: "petitions", function: COUNT, where: { outcomes: [REFUSED_PETITION] } }
      { name: "share", function: RATIO, where: { outcomes: [REFUSED_PETITION] } }
    ]`,
    ),
  },
  {
    slug: "days-to-decide",
    name: text("办理用时：按县（市、区）和年度", "Days to decide, by district and year"),
    description: text(
      "五年内办结申请所用工作日的中位数、九成分位数，由逐件数值求得",
      "Median and ninetieth percentile of the working days that requests took, from the cases themselves",
    ),
    ...statistic(
      "requestStatistics",
      `dateBasis: DECIDED, groupBy: [DISTRICT, YEAR], totals: true,
    measures: [
      { name: "decided", function: COUNT }
      { name: "median", function: MEDIAN, field: WORKING_DAYS }
      { name: "ninety", function: PERCENTILE, percentile: 0.9, field: WORKING_DAYS }
    ]`,
    ),
  },
  {
    slug: "decided-on-time",
    name: text("按期办结率：按单位", "Decided on time, by unit"),
    description: text(
      "五年内各单位已办结申请中按期的比重，由低到高",
      "Of what each unit decided in five years, how much was in time, the lowest first",
    ),
    ...statistic(
      "requestStatistics",
      `dateBasis: DECIDED, groupBy: [UNIT], totals: true,
    measures: [
      { name: "decided", function: COUNT }
      { name: "onTime", function: RATIO, where: { onTime: true } }
    ],
    orderBy: { measure: "onTime", direction: ASC }`,
    ),
  },
  {
    slug: "satisfaction",
    name: text("建议提案满意度", "How answers to proposals were received"),
    description: text(
      "五年内交办的建议提案，按满意度和年度",
      "Suggestions and proposals assigned in five years, by rating and year",
    ),
    ...statistic(
      "proposalStatistics",
      `groupBy: [SATISFACTION, YEAR], totals: true,
    measures: [{ name: "count", function: COUNT } { name: "share", function: SHARE }]`,
    ),
  },
];
