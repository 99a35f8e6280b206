import { CODES, type Asker, type Asking } from "./asking.js";

/** Statistics, comparisons, rankings, sums and boards; some of them as files. */
export function askFigures(asking: Asking): void {
  const told = (field: string, type: string): string =>
    `query ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${asking.all(type)} } }`;
  for (const [name, field, input, askers] of STATISTICS)
    asking.ask(name, askers, told(field, "StatisticsAnswer"), { variables: { input } });
  const [, first, input] = STATISTICS[0];
  asking.ask("file of statistics", ["analyst"], told(first, "StatisticsAnswer"), {
    variables: { input },
    file: "csv",
  });
  const compare = told("compareReports", "ReportComparison");
  for (const [name, askers, more] of COMPARISONS)
    asking.ask(name, askers, compare, { variables: { input: { ...COMPARED, ...more } } });
  asking.ask("file of a comparison", ["officer"], compare, { variables: { input: COMPARED }, file: "csv" });
  const rank = told("rankReports", "RankedReports");
  const ranked = { under: "371003", year: 2023, indicator: CODES[0] };
  asking.ask("ranked", ["public", "officer", "clerk"], rank, { variables: { input: ranked } });
  const peers = { indicator: "rates.disclosed", group: { kind: "SAME_KIND_IN_DISTRICT" }, top: 5 };
  asking.ask("ranked among towns", ["analyst"], rank, { variables: { input: { ...ranked, ...peers } } });
  asking.ask(
    "added up by district",
    ["public", "officer"],
    `{ rollUpReports(by: DISTRICT, years: [2021, 2022, 2023], indicators: ["${CODES[0]}"]) { ${asking.all("StatisticsAnswer")} } }`,
  );
  askBoards(asking);
}

function askBoards(asking: Asking): void {
  const board = `query ($year: Int!, $tree: TreeTime) { filingBoard(under: "371003", year: $year, tree: $tree) { ${asking.all("FilingBoard")} } }`;
  asking.ask("filing board", ["public", "officer", "clerk"], board, {
    variables: { year: 2023, tree: "NOW" },
  });
  asking.ask("filing board as then", ["officer"], board, { variables: { year: 2025, tree: "THEN" } });
  const some = `{ filingBoard(under: "371003", year: 2023) {
    filings { unit { code shortName } status dueOn onTime submittedAt openErrors } } }`;
  asking.ask("board in English", ["officer"], some, { language: "en" });
  asking.ask("file of the board", ["public", "officer"], some, { file: "csv" });
  asking.ask("workbook of the board", ["officer"], some, { file: "xlsx" });
}

const COMPARED = {
  ...{ under: "371003", years: [2022, 2023] },
  indicators: ["requests.received.total", "rates.disclosed"],
};

const COMPARISONS: readonly (readonly [name: string, askers: readonly Asker[], more: object])[] = [
  ["compared", ["public", "officer"], { orderBy: { indicator: CODES[0], year: 2023 } }],
  [
    "compared as then",
    ["officer"],
    { tree: "THEN", kinds: ["TOWN", "SUBDISTRICT"], years: [2023, 2024, 2025] },
  ],
  ["compared as published", ["analyst"], { atLeast: "PUBLISHED", units: ["371003003", "371003104"] }],
  ["compared by district", ["public"], { under: "3710", scope: "SYSTEM" }],
  ["compared in what there is not", ["officer"], { indicators: ["no.such"] }],
];

const COUNT = { name: "n", function: "COUNT" };
const UNDER = { under: "371003" };
const MORE = (field: string) => [
  COUNT,
  { name: "mean", function: "MEAN", field },
  { name: "max", function: "MAX", field },
];

type Statistics = readonly [name: string, field: string, input: object, askers: readonly Asker[]];

const STATISTICS: readonly [Statistics, ...Statistics[]] = [
  [
    "requests by year and outcome",
    "requestStatistics",
    { scope: UNDER, groupBy: ["YEAR", "OUTCOME_GROUP"], measures: MORE("WORKING_DAYS"), totals: true },
    ["officer", "analyst", "public"],
  ],
  [
    "requests of 2025 by state",
    "requestStatistics",
    {
      scope: { under: "371003003" },
      groupBy: ["STATE"],
      measures: [COUNT],
      where: { received: { from: "2025-01-01" } },
    },
    ["clerk", "foreign clerk"],
  ],
  [
    "disclosures by year and category",
    "disclosureStatistics",
    { scope: UNDER, groupBy: ["YEAR", "CATEGORY"], measures: MORE("ITEMS"), top: 5 },
    ["public", "officer"],
  ],
  [
    "remedies by year, route and ruling",
    "remedyStatistics",
    { scope: UNDER, groupBy: ["YEAR", "ROUTE", "RULING"], measures: MORE("DAYS") },
    ["officer", "clerk"],
  ],
  [
    "proposals by kind and result",
    "proposalStatistics",
    { scope: UNDER, groupBy: ["KIND", "RESULT_CLASS"], measures: MORE("DAYS"), totals: true },
    ["officer", "analyst"],
  ],
  [
    "reports by year and kind of unit",
    "reportStatistics",
    {
      scope: UNDER,
      years: [2021, 2022, 2023],
      groupBy: ["YEAR", "UNIT_KIND"],
      measures: [
        COUNT,
        ...["SUM", "MEDIAN", "CHANGE"].map((f) => ({ name: f, function: f, field: CODES[0] })),
      ],
      totals: true,
    },
    ["public", "officer"],
  ],
];
