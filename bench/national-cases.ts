import type { Division } from "../seeds/national/divisions.js";
import { CASES, COMPARED } from "./cases.js";

export type NationalKey = "oneYear" | "fiveYears" | "province" | "nation" | "percentile";

export interface NationalCase {
  readonly key: NationalKey;
  readonly title: string;
  /** How many times the floor's cost it may take. */
  readonly aim: number;
  readonly by: "officer";
  readonly document: string;
  readonly variables: object;
}

/** 文登区: every copy of the country has it. */
export const DISTRICT = "371003";
const YEAR = 2024;
export const RECEIVED = "requests.received.total";
export const NATION = { years: [2019, 2020, 2021, 2022, 2023, 2024, 2025], codes: COMPARED.fiveYears.codes };
/** As in the question: a province's 1,900 townships. With three times the units it is a smaller province. */
const TOWNSHIPS = 1_900;

const PROVINCE = `query Province($input: CompareReportsInput!) {
  compareReports(input: $input) {
    columns { year reported total median }
    rows { unit { code name } values ranks }
  }
}`;

const PERCENTILE = `query Percentile($input: RankReportsInput!) {
  rankReports(input: $input) { rows { unit { code } value rank percentile rankedPeers } }
}`;

const ROLL_UP = `query Nation($years: [Int!]!, $indicators: [String!]!) {
  areaSums(by: PROVINCE, years: $years, indicators: $indicators) {
    measures { name unit }
    rows { keys labels values }
  }
}`;

export function nationalCases(divisions: readonly Division[]): NationalCase[] {
  const province = provinceOf(divisions);
  return [
    district("oneYear", "Q1 a district, one year, all 200 cells"),
    district("fiveYears", "Q2 a district, five years, ten indicators"),
    townshipsOf(province),
    {
      key: "nation",
      title: `Q4 the nation by province, ${NATION.years.length} years, ten indicators`,
      aim: 3,
      by: "officer",
      document: ROLL_UP,
      variables: { years: NATION.years, indicators: NATION.codes },
    },
    percentileIn(province),
  ];
}

const townshipsOf = (province: Province): NationalCase => ({
  key: "province",
  title: `Q3 ${province.townships} townships of ${province.code}, one indicator: sum, median, ranks, in order`,
  aim: 2,
  by: "officer",
  document: PROVINCE,
  variables: {
    input: {
      under: province.code,
      kinds: ["TOWN", "SUBDISTRICT"],
      years: [YEAR],
      indicators: [RECEIVED],
      orderBy: { indicator: RECEIVED, year: YEAR, direction: "DESC" },
    },
  },
});

const percentileIn = (province: Province): NationalCase => ({
  key: "percentile",
  title: `Q5 the percentile of a town among the ${province.towns} towns of ${province.code}`,
  aim: 2,
  by: "officer",
  document: PERCENTILE,
  variables: {
    input: {
      indicator: RECEIVED,
      year: YEAR,
      under: province.code,
      units: [province.town],
      group: { kind: "SAME_KIND_IN_PROVINCE" },
    },
  },
});

/** The district's questions are those of the ordinary bench, asked of a real district. */
function district(key: "oneYear" | "fiveYears", title: string): NationalCase {
  const known = CASES.find((one) => one.key === key);
  if (!known) throw new Error(`no case ${key}`);
  const { years, codes: indicators } = COMPARED[key];
  const variables = { input: { under: DISTRICT, years, indicators } };
  return { key, title, aim: 2, by: "officer", document: known.document, variables };
}

interface Province {
  readonly code: string;
  readonly townships: number;
  readonly towns: number;
  /** One of its towns. */
  readonly town: string;
}

function provinceOf(divisions: readonly Division[]): Province {
  const provinces = divisions
    .filter(({ kind }) => kind === "PROVINCE")
    .map(({ code }): Province => {
      const below = divisions.filter((division) => division.code.startsWith(code));
      const towns = below.filter(({ kind }) => kind === "TOWN");
      const subdistricts = below.filter(({ kind }) => kind === "SUBDISTRICT").length;
      const town = towns[towns.length >> 1]?.code ?? "";
      return { code, townships: towns.length + subdistricts, towns: towns.length, town };
    });
  const distance = ({ townships }: Province): number => Math.abs(townships - TOWNSHIPS);
  const [nearest] = provinces.sort((a, b) => distance(a) - distance(b));
  if (!nearest) throw new Error("a country has provinces");
  return nearest;
}
