import { presentRule } from "../../src/filing/finding.presenter.js";
import type { Language } from "../../src/kernel/text.js";
import { RULES } from "../../src/rules/index.js";
import { SETTINGS } from "../../src/settings/settings.data.js";
import type { FieldChange, QuestionChange } from "./adapt.js";
import type { Answered } from "./answer-to.js";

const HISTORY =
  "Events are entries of the one history: HistoryEntry has operation, revision, reason and changes";

/** As the mutations were called; the others are called as they were. */
const OPERATION_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ReportEvent: {
    save: "saveReport",
    submit: "submitReport",
    return: "returnReport",
    approve: "approveReport",
    publish: "publishReport",
    revise: "reviseReport",
  },
  DisclosureEvent: {
    register: "registerDisclosure",
    import: "importDisclosures",
    amend: "amendDisclosure",
    return: "returnDisclosure",
    publish: "publishDisclosure",
    repeal: "repealDocument",
    withdraw: "withdrawDisclosure",
  },
  RequestEvent: { dissolveUnit: "handOver" },
  RemedyEvent: { dissolveUnit: "handOver" },
  ProposalEvent: { dissolveUnit: "handOver" },
  UnitEvent: {},
};

const upperCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const instead = (field: string, ask?: FieldChange["ask"], answer?: FieldChange["answer"]): FieldChange => ({
  field,
  reason: HISTORY,
  ...(ask && { ask }),
  ...(answer && { answer }),
});

/** Settings that came since; nobody has decided on them. */
const NEW_SETTINGS: readonly string[] = [
  ...["letters.reviewBody", "letters.court", "letters.onlineReview", "letters.queryMatterRemedy"],
  ...["interpretations.dueDays", "rules.likenessPrevious", "rules.likenessPeer"],
  ...["reminders.firstDays", "reminders.secondDays", "reminders.noticeDays"],
];

interface SettingShown {
  readonly key: string;
}

/** The settings of the release, and in their places among them those that are new. */
const withNewSettings = (was: readonly SettingShown[]): readonly SettingShown[] =>
  was.length === 0
    ? was
    : Object.entries(SETTINGS).flatMap(([key, { default: value, title, basis }]) => {
        const known = was.find((one) => one.key === key);
        const fresh = { key, value, defaultValue: value, setBy: null, title: title.zh, basis };
        return known ? [known] : NEW_SETTINGS.includes(key) ? [fresh] : [];
      });

/** The rules of the release, each as it was, and between them those that are new. */
function withNewRules(was: readonly Rule[], language: Language): unknown[] {
  const known = new Map(was.map((rule) => [rule.code, rule]));
  const now = RULES.map((rule) => known.get(rule.code) ?? presentRule(rule, language));
  return [...now, ...was.filter(({ code }) => !RULES.some((rule) => rule.code === code))];
}

const paged = (field: string) => (_: string, selection: string) =>
  `${field}(first: 100) { nodes ${selection} }`;

interface JudgedOnce {
  readonly status?: string;
  readonly explanation?: string | null;
}

const judged = (finding: JudgedOnce): JudgedOnce =>
  "explanation" in finding && ["ACCEPTED", "FALSE_ALARM"].includes(finding.status ?? "")
    ? { ...finding, explanation: null }
    : finding;

/** Fields whose place, name or answer is another since the release. An entry that no question meets fails the test. */
export const FIELD_CHANGES: readonly FieldChange[] = [
  {
    field: "Query.rollUpReports",
    reason: "The sums of areas are areaSums: a roll-up is 本级汇总 alone",
    ask: (args, selection) => `areaSums${args} ${selection}`,
  },
  {
    field: "Unit.settings",
    reason: "The ledger of interpretations and the letters bring settings",
    ask: (_, selection) => `settings ${selection}`,
    answer: withNewSettings,
  },
  {
    field: "AnnualReport.findings",
    reason:
      "What is not the caller's to see is null, no empty list; every report of the recording has findings. What stood beside a verdict is its judgement",
    ask: (args, selection) => `findings${args} ${selection}`,
    answer: (was: readonly JudgedOnce[]) => (was.length === 0 ? null : was.map(judged)),
  },
  {
    field: "AnnualReport.events",
    reason: "What is not the caller's to see is null, no empty list; lists that can grow are connections",
    ask: paged("events"),
    answer: (was: readonly unknown[]) => (was.length === 0 ? null : { nodes: was }),
  },
  ...["AnnualReport.versions", "SavedQuery.versions", "Unit.children"].map((field): FieldChange => ({
    field,
    reason: "Lists that can grow are connections",
    ask: paged(field.replace(/^.*\./, "")),
    answer: (nodes: readonly unknown[]) => ({ nodes }),
  })),
  {
    field: "Disclosure.events",
    reason: "What is not the caller's to see is null, no empty list; every disclosure has entries",
    ask: (args, selection) => `events${args} ${selection}`,
    answer: (was: readonly unknown[]) => (was.length === 0 ? null : was),
  },
  ...Object.entries(OPERATION_OF).map(([type, names]) =>
    instead(
      `${type}.action`,
      () => "operation",
      (was: string) => upperCase(names[was] ?? was),
    ),
  ),
  ...["RequestEvent", "RemedyEvent", "ProposalEvent", "DisclosureEvent"].map((type) =>
    instead(`${type}.note`, () => "reason"),
  ),
  instead("RequestEvent.step", () => "revision"),
  instead("RequestEvent.details", (_, selection) => `changes ${selection}`),
  instead("RequestEventDetail.key", () => "field"),
  instead("RequestEventDetail.value", () => "after"),
  ...["from", "to", "dueOn", "samePerson", "cells"].map((field) => instead(`ReportEvent.${field}`)),
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
  {
    field: "RequestActivity.overdue",
    reason: "A list's filter `overdue` also finds what is decided and not served: two meanings, two names.",
    ask: () => "undecidedOverdue",
  },
  {
    field: "InformationRequest.legalSteps",
    reason: "Every step is listed, with whether the caller can take it and why not.",
  },
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

const KINDS: Readonly<Record<string, string>> = {
  SIGNED_IN: "SIGN_IN",
  SIGN_IN_FAILED: "SIGN_IN_FAILED",
  LOCKED_OUT: "LOCKED_OUT",
  USER_CREATED: "CREATE_USER",
  USER_RENAMED: "RENAME_USER",
  USER_DISABLED: "DISABLE_USER",
  USER_ENABLED: "ENABLE_USER",
  PASSWORD_CHANGED: "CHANGE_PASSWORD",
  PASSWORD_RESET: "RESET_PASSWORD",
  ROLE_GRANTED: "GRANT_ROLE",
  ROLE_REVOKED: "REVOKE_ROLE",
  SETTING_CHANGED: "CHANGE_SETTING",
};
const OF_ACCOUNTS = Object.entries(KINDS).filter(([kind]) => kind !== "SETTING_CHANGED");

interface AccountEvent {
  readonly at: string;
  readonly actor: string | null;
  readonly kind: string;
}

const asEntries = (events: readonly AccountEvent[]): object[] =>
  events.map(({ at, actor, kind }) => ({ at, actor, kind: KINDS[kind] }));

/** Settings are not of accounts, and read by the officer as well; whom nothing is told of accounts gets no entry. */
function accounts({ data }: Answered): Answered {
  const { accountEvents } = (data ?? {}) as { accountEvents?: { nodes: AccountEvent[] } };
  const nodes = (accountEvents?.nodes ?? []).filter(({ kind }) => kind !== "SETTING_CHANGED");
  return { status: 200, data: { accountEvents: { nodes: asEntries(nodes) } } };
}

const historyOf = (unit: string, operations: string): string =>
  `accountEvents: history(unit: "${unit}", subtree: true, first: 100, operations: ${operations}) { nodes { at actor kind: operation } }`;

/** Single questions that are asked or answered otherwise since the release. */
export const QUESTION_CHANGES: readonly QuestionChange[] = [
  {
    question: "account events of some kinds, admin",
    reason: "accountEvents is history",
    query: () =>
      `{ ${historyOf("371003901", "[GRANT_ROLE, REVOKE_ROLE, RESET_PASSWORD, LOCKED_OUT, SIGN_IN_FAILED]")} }`,
    answer: accounts,
  },
  ...["account events, admin", "account events, officer"].map((question) => ({
    question,
    reason: "accountEvents is history",
    query: () =>
      `{ ${historyOf("371003", `[${OF_ACCOUNTS.map(([, operation]) => operation).join(", ")}]`)} }`,
    answer: accounts,
  })),
  ...["census: sign-ins", "census: accounts and settings"].map((question) => ({
    question,
    reason: "accountEvents is history",
    query: () => `query ($kinds: [HistoryOperation!]) { ${historyOf("3710", "$kinds")} }`,
    variables: ({ kinds }: { kinds: string[] }) => ({ kinds: kinds.map((kind) => KINDS[kind]) }),
    answer: ({ data, ...answered }: Answered) => {
      const { accountEvents } = data as { accountEvents: { nodes: AccountEvent[] } };
      return { ...answered, data: { accountEvents: { nodes: asEntries(accountEvents.nodes) } } };
    },
  })),
  {
    question: "a unit, case reader",
    reason: "Peer groups are null, no empty list, to whoever may not know them",
    answer: ({ data, ...answer }) => ({ ...answer, data: { unit: { ...data.unit, peerGroups: null } } }),
  },
  {
    question: "workbook of the board, officer",
    reason: "The workbook's list of parts names a default type, which WPS asks for",
    answer: ({ text, ...answer }) => ({
      ...answer,
      text: text?.replace(
        /(<Default Extension="rels"[^>]*>)/,
        '$1<Default Extension="xml" ContentType="application/xml"/>',
      ),
    }),
  },
  {
    question: "Finding finding",
    reason: "What stood beside a verdict is its judgement",
    query: (was: string) => was.replace("explanation", "explanation: judgement"),
  },
  {
    question: "rules, public",
    reason: "The audit of the text and the ledger of interpretations bring rules",
    answer: ({ data, ...answer }) => ({ ...answer, data: { rules: withNewRules(data.rules, "zh") } }),
  },
  {
    question: "rules in English, public",
    reason: "English texts were reworded; codes, Chinese texts and meaning are the same. There are new rules",
    answer: ({ data, ...answer }) => ({
      ...answer,
      data: {
        rules: withNewRules(
          data.rules.map((rule: Rule) => ({ ...rule, title: RULE_TITLES[rule.code] ?? rule.title })),
          "en",
        ),
      },
    }),
  },
];
