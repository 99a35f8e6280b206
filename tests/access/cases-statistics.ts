import type { GraphQLSchema } from "graphql";
import { GHOST_CODE, type Case, type Probe } from "./case.js";
import type { Caller } from "./people.js";
import { FIGURE } from "./plant.js";
import { all, REPORT_YEARS } from "./selections.js";
import { isStranger, type Tenant } from "./tenants.js";

/** A place of the caller's own, so that it is the unit named with it that is refused. */
const HOMES: Partial<Record<Caller, string>> = {
  "own clerk": "371003003",
  "foreign clerk": "371003104",
  "foreign officer": "371002",
};
const homeOf = (caller: Caller): string => HOMES[caller] ?? "371003";

interface LedgerQuestions {
  readonly field: string;
  readonly groupBy: readonly string[];
  readonly measured: string;
  /** A date that more than the published have. */
  readonly dateBasis?: string;
  /** The filter's leaves of text, and what stands there of a tenant. */
  readonly words?: Readonly<Record<string, string>>;
}

const LEDGERS: readonly LedgerQuestions[] = [
  {
    field: "requestStatistics",
    groupBy: ["UNIT", "MONTH", "OUTCOME", "ARTICLE"],
    measured: "WORKING_DAYS",
    words: { articles: "§36(2)" },
  },
  { field: "remedyStatistics", groupBy: ["UNIT", "MONTH", "ROUTE", "RULING"], measured: "DAYS" },
  {
    field: "proposalStatistics",
    groupBy: ["UNIT", "MONTH", "KIND", "RESULT_CLASS"],
    measured: "DAYS",
    words: { resultClasses: "A" },
  },
  {
    field: "interpretationStatistics",
    groupBy: ["UNIT", "MONTH", "FORM", "DOCUMENT_CLASS"],
    measured: "DAYS",
  },
  {
    field: "disclosureStatistics",
    groupBy: ["UNIT", "MONTH", "CATEGORY", "CHANNEL"],
    measured: "ITEMS",
    dateBasis: "FORMED",
  },
];

const FILTERS = ["where", "measures.where", "measures.of"];

/** The leaves of a question that name something of a tenant's; PLAIN_QUESTIONS has the others. */
const leavesOf = (field: string, words: object): string[] => [
  ...["under", "units", "peersOf", "peers.units", "peers.groupId"].map(
    (leaf) => `Query.${field} input.scope.${leaf}`,
  ),
  ...Object.keys(words).flatMap((leaf) => FILTERS.map((filter) => `Query.${field} input.${filter}.${leaf}`)),
];

/** Names that the caller gives to columns, and codes of forms and indicators, which are everybody's. */
export const PLAIN_QUESTIONS: readonly string[] = [
  ...[...LEDGERS.map(({ field }) => field), "reportStatistics"].flatMap((field) =>
    ["measures.name", "having.measure", "orderBy.measure", "scope.peers.indicators"].map(
      (leaf) => `Query.${field} input.${leaf}`,
    ),
  ),
  "Query.reportStatistics input.measures.field",
  ...FILTERS.map((filter) => `Query.reportStatistics input.${filter}.formats`),
];

const COUNT = { name: "n", function: "COUNT" };

function questions({ groupBy, measured, dateBasis, words = {} }: LedgerQuestions): object[] {
  const filter = Object.fromEntries(Object.entries(words).map(([leaf, word]) => [leaf, [word]]));
  const values = { name: "max", function: "MAX", field: measured };
  const ratio = { name: "ratio", function: "RATIO", where: filter, of: filter };
  const order = { having: [{ measure: "n", atLeast: 1 }], orderBy: { measure: "n" } };
  return [
    { groupBy, dateBasis, measures: [COUNT, values, ratio], totals: true },
    { groupBy: [], measures: [COUNT], where: filter, ...order },
  ];
}

/** The tenant and its peers, as a scope. */
const amongPeers = ({ code: peersOf, targets }: Tenant): object[] => {
  const groupId = targets.find(({ type }) => type === "CustomPeerGroup")?.id;
  const groups = [
    { kind: "NAMED", units: [peersOf] },
    { kind: "NAMED", groupId },
    { kind: "SAME_KIND_IN_CITY" },
  ];
  return groups.map((peers) => ({ peersOf, peers }));
};

const ask = (schema: GraphQLSchema, field: string, type: string): string => {
  const [argument] = schema.getQueryType()?.getFields()[field]?.args ?? [];
  return `query ($input: ${String(argument?.type)}) { ${field}(input: $input) { ${all(schema, type)} } }`;
};

const ledger = (asked: LedgerQuestions): Case => ({
  about: leavesOf(asked.field, asked.words ?? {}),
  document: (schema) => ask(schema, asked.field, "StatisticsAnswer"),
  probes: (tenant, caller) =>
    questions(asked).flatMap((question): Probe[] => {
      const at = (scope: object): object => ({ input: { ...question, scope } });
      const home = homeOf(caller);
      if (!isStranger(caller, tenant))
        return [tenant.code, tenant.district].map((under) => ({ variables: at({ under }) }));
      return [
        { variables: at({ under: tenant.code }), twin: at({ under: GHOST_CODE }) },
        {
          variables: at({ under: home, units: [tenant.code] }),
          twin: at({ under: home, units: [GHOST_CODE] }),
        },
        ...[home, "37"].map((under) => ({ variables: at({ under }) })),
        ...amongPeers(tenant).map((peers) => ({ variables: at({ under: home, ...peers }) })),
      ];
    }),
});

const elsewhere = ({ district }: Tenant): string => (district === "371003" ? "371002" : "371003");

const OF_REPORTS = {
  years: REPORT_YEARS,
  groupBy: ["UNIT", "YEAR", "STATUS"],
  measures: ["SUM", "MEAN", "MAX"].map((name) => ({ name, function: name, field: FIGURE })),
  totals: true,
};
const RANKED = { indicator: FIGURE, year: 2025, kinds: ["SUBDISTRICT", "DEPARTMENT"] };

export const STATISTICS: readonly Case[] = [
  ...LEDGERS.map(ledger),
  {
    about: leavesOf("reportStatistics", {}),
    document: (schema) => ask(schema, "reportStatistics", "StatisticsAnswer"),
    probes: (tenant) => {
      const at = (scope: object, more: object = {}): object => ({ input: { ...OF_REPORTS, ...more, scope } });
      const under = elsewhere(tenant);
      return [
        { variables: at({ under, units: [tenant.code] }), twin: at({ under, units: [GHOST_CODE] }) },
        ...[tenant.code, tenant.district, "37"].map((place) => ({ variables: at({ under: place }) })),
        {
          variables: at({ under: "37", units: [tenant.code] }, { groupBy: [], where: { formats: ["2021"] } }),
        },
        ...amongPeers(tenant).map((peers) => ({ variables: at({ under: "37", ...peers }) })),
        { variables: at({ under: tenant.district }, { reportScope: "SYSTEM", atLeast: "APPROVED" }) },
      ];
    },
  },
  {
    about: ["under", "units", "indicator", "group.units", "group.groupId", "group.indicators"].map(
      (leaf) => `Query.rankReports input.${leaf}`,
    ),
    document: (schema) => ask(schema, "rankReports", "RankedReports"),
    probes: (tenant) => {
      const at = (more: object): object => ({ input: { ...RANKED, under: tenant.district, ...more } });
      const under = elsewhere(tenant);
      const groups = [
        { kind: "SAME_KIND_IN_CITY" },
        { kind: "NAMED", units: [tenant.code] },
        { kind: "NAMED", groupId: tenant.targets.find(({ type }) => type === "CustomPeerGroup")?.id },
        { kind: "NEAREST", indicators: [FIGURE], size: 3 },
      ];
      return [
        { variables: at({ under, units: [tenant.code] }), twin: at({ under, units: [GHOST_CODE] }) },
        { variables: at({ under: "37" }) },
        ...REPORT_YEARS.map((year) => ({ variables: at({ year }) })),
        ...groups.map((group) => ({ variables: at({ under, group }) })),
      ];
    },
  },
  {
    about: ["Query.areaSums under", "Query.areaSums indicators"],
    document: (schema) =>
      `query ($under: String, $by: AreaLevel!, $years: [Int!]!, $indicators: [String!]!, $atLeast: ReportStage) {
         areaSums(under: $under, by: $by, years: $years, indicators: $indicators, atLeast: $atLeast) { ${all(schema, "StatisticsAnswer")} } }`,
    probes: ({ district }) =>
      ["SUBMITTED", "APPROVED", "PUBLISHED"].flatMap((atLeast) =>
        [district, "37", null].map((under) => ({
          variables: { under, by: "DISTRICT", years: REPORT_YEARS, indicators: [FIGURE], atLeast },
        })),
      ),
  },
];
