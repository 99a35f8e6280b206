import { FORMATS, formatOfYear, type Format } from "../src/forms/index.js";
import { DISTRICT, UNITS_OF_A_DISTRICT } from "./district.js";
import { LEDGER_CASES } from "./ledger-cases.js";
import type { Case, ComparisonKey } from "./case.js";

export interface Compared {
  readonly years: readonly number[];
  readonly codes: readonly string[];
}

const YEAR = 2024;
const formOf = (year: number): Format => {
  const form = formatOfYear(year);
  if (!form) throw new Error(`no form for ${year}`);
  return form;
};

export const COMPARED: Readonly<Record<ComparisonKey, Compared>> = {
  oneYear: { years: [YEAR], codes: formOf(YEAR).cells.map((cell) => cell.code) },
  // Five years over the change of forms; sums, an amount and two ratios among the indicators.
  fiveYears: {
    years: [2020, 2021, 2022, 2023, 2024],
    codes: [
      "requests.received.total",
      "requests.carriedIn.total",
      "requests.granted.total",
      "requests.denied.total.total",
      "requests.other.total.total",
      "rates.disclosed",
      "remedies.review.corrected",
      "remedies.litigation.total",
      "rates.reviewCorrected",
      "proactive.fees.amount",
    ],
  },
};

const COMPARISON = `query Compare($input: CompareReportsInput!) {
  compareReports(input: $input) {
    columns { indicator { code label unit } year reported total mean median minimum maximum }
    rows { unit { code name } values }
    coverage { year expected included missing { code } provisional { code } formats }
  }
}`;

/** The cells of either form as the tree of the typed tables; a leaf is its code. */
export interface CellTree {
  readonly [name: string]: CellTree | string;
}

export const TABLES: CellTree = treeOf([
  ...new Set(FORMATS.flatMap((form) => form.cells.map((cell) => cell.code))),
]);

function treeOf(codes: readonly string[]): CellTree {
  const root: Record<string, CellTree | string> = {};
  for (const code of codes) {
    const names = code.split(".");
    let group = root;
    for (const name of names.slice(0, -1)) group = (group[name] ??= {}) as typeof root;
    group[names.at(-1) ?? ""] = code;
  }
  return root;
}

const selectionOf = (tree: CellTree): string =>
  Object.entries(tree)
    .map(([name, below]) => (typeof below === "string" ? name : `${name} { ${selectionOf(below)} }`))
    .join(" ");

const WHOLE_REPORTS = `query WholeReports($under: String!, $year: Int!, $first: Int!) {
  units(under: $under, kinds: [SUBDISTRICT, TOWN, DEPARTMENT], first: $first) {
    nodes { code name report(year: $year) { status ${selectionOf(TABLES)} } }
  }
}`;

const comparison = (key: ComparisonKey, title: string): Case => {
  const { years, codes: indicators } = COMPARED[key];
  return {
    key,
    title,
    aim: 2,
    by: "officer",
    document: COMPARISON,
    variables: { input: { under: DISTRICT, years, indicators } },
  };
};

export const CASES: readonly Case[] = [
  comparison("oneYear", "a district, one year, 200 indicators"),
  comparison("fiveYears", "a district, five years, 10 indicators"),
  {
    key: "wholeReports",
    title: "50 whole reports by typed fields",
    aim: 6,
    by: "officer",
    document: WHOLE_REPORTS,
    variables: { under: DISTRICT, year: YEAR, first: UNITS_OF_A_DISTRICT },
  },
  ...LEDGER_CASES,
];
