import { dateInShanghai } from "../src/kernel/calendar-date.js";
import { chineseCalendar } from "../src/platform/calendar/chinese-calendar.js";
import type { Case } from "./case.js";
import { DERIVING, DISTRICT, UNITS_OF_A_DISTRICT } from "./district.js";

const DERIVE = `mutation Derive($input: DeriveReportInput!) {
  deriveReport(input: $input) {
    report { revision status }
    changed { indicator { code } value }
    problems { message }
  }
}`;

const DUE_LIST = `query DueList($code: String!, $filter: RequestFilter!, $first: Int!) {
  unit(code: $code) {
    requests(subtree: true, filter: $filter, first: $first) {
      totalCount
      nodes { number subject state unit { code } clock { dueOn workingDaysLeft overdue } }
    }
  }
}`;

const ACTIVITY = `query Activity($under: String!, $from: Date!, $to: Date!, $first: Int!) {
  units(under: $under, kinds: [SUBDISTRICT, TOWN, DEPARTMENT], first: $first) {
    nodes {
      code
      activity(from: $from, to: $to) {
        requests { received decided open undecidedOverdue decidedOnTime medianWorkingDays byOutcome { key count } }
        disclosures { total }
        remedies { lodged pending }
        proposals { assigned answered }
      }
    }
  }
}`;

const SOON_WORKING_DAYS = 6;
const soon = chineseCalendar().after(dateInShanghai(new Date()), SOON_WORKING_DAYS);
const ACTIVE = { under: DISTRICT, from: "2024-01-01", to: "2024-12-31" };
const DUE = { code: DISTRICT, filter: { dueBefore: soon }, first: 100 };

export const LEDGER_CASES: readonly Case[] = [
  {
    key: "deriveReport",
    title: "deriving one report, one call after another",
    aim: 3,
    by: "clerk",
    document: DERIVE,
    variables: { input: DERIVING },
    writes: true,
  },
  {
    key: "dueList",
    title: "a district's due list, 100 requests with their clocks",
    aim: 3,
    by: "officer",
    document: DUE_LIST,
    variables: DUE,
  },
  {
    key: "activity",
    title: "a year's activity of 50 units",
    aim: 3,
    by: "officer",
    document: ACTIVITY,
    variables: { ...ACTIVE, first: UNITS_OF_A_DISTRICT },
  },
];

/** One question asked of more and more units or records: it must take the same number of statements. */
export interface Growing {
  readonly title: string;
  readonly document: string;
  readonly asked: readonly { readonly of: string; readonly variables: object }[];
}

const dueOf = (code: string, first: number): object => ({ code, filter: { dueBefore: "2100-01-01" }, first });
const A_TOWN = `${DISTRICT}001`;

export const GROWING: readonly Growing[] = [
  {
    title: "activity",
    document: ACTIVITY,
    asked: [1, 10, 50].map((first) => ({ of: `${first} units`, variables: { ...ACTIVE, first } })),
  },
  {
    title: "due list",
    document: DUE_LIST,
    asked: [
      { of: "1 of a unit", variables: dueOf(A_TOWN, 1) },
      { of: "all of a unit", variables: dueOf(A_TOWN, 100) },
      { of: "1 of a district", variables: dueOf(DISTRICT, 1) },
      { of: "100 of a district", variables: dueOf(DISTRICT, 100) },
    ],
  },
];
