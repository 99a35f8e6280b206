import type { FieldChange, QuestionChange } from "./adapt.js";

/** Fields whose place, name or answer is another since the release. An entry that no question meets fails the test. */
export const FIELD_CHANGES: readonly FieldChange[] = [
  ...[
    "Setting.value",
    "Setting.defaultValue",
    "LibraryQuery.variables",
    "SavedQuery.variables",
    "SavedQueryVersion.variables",
  ].map((field): FieldChange => ({
    field,
    reason: "JSON is answered as such, no longer as a string of JSON",
    ask: () => field.replace(/^.*\./, ""),
    answer: (was) => JSON.parse(was) as unknown,
  })),
];

/** By code, what rules are called in English; in Chinese they are called what they were. */
const RULE_TITLES: Readonly<Record<string, string>> = {
  T2_ISSUED_IN_FORCE: "Issued documents are in force or repealed",
  T2_PUBLISHED_TOTAL: "Published this year does not exceed the cumulative total",
  L01: "Table 3 matches the request ledger",
  L02: "Table 4 matches the ledger of remedies",
  L03: "Table 2 matches the ledgers of documents and supplied counts",
  L04: "Suggestions and proposals match their ledger",
  L05: "Stated disclosures match their ledger",
  T4_STAGE_CHAIN: "Each case is linked to its request and its review",
  D02: "An extension is late, too long or not notified",
  D04: "No decision follows a third party's silence",
  R04: "A member's report changed after the roll-up",
};

interface Rule {
  readonly code: string;
  readonly title: string;
}

/** Single questions that are asked or answered otherwise since the release. */
export const QUESTION_CHANGES: readonly QuestionChange[] = [
  {
    question: "rules in English, public",
    reason: "English texts were reworded; codes, Chinese texts and meaning are the same",
    answer: ({ data, ...answer }) => ({
      ...answer,
      data: {
        rules: data.rules.map((rule: Rule) => ({ ...rule, title: RULE_TITLES[rule.code] ?? rule.title })),
      },
    }),
  },
];
