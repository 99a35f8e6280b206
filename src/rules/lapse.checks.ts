import type { ContestedRequest } from "./ledger-facts.js";
import type { Check, Spotted } from "./rule.js";

const MOST_LISTED = 10;

/** One finding a rule, with how many there are and the first of them. */
function listing(at: string, names: readonly string[]): Spotted[] {
  if (names.length === 0) return [];
  const detail = { names: names.slice(0, MOST_LISTED), count: names.length };
  return [{ at, actual: `${names.length}`, detail }];
}

/** D01-D04, D10, D11: requests whose time limits were run over, or reach into a calendar not announced yet. */
export const requestsLate =
  (rule: string): Check =>
  ({ ledger }) => {
    const lapses = (ledger?.requests?.lapses ?? []).filter((lapse) => lapse.rule === rule);
    // One request may run over the same limit twice.
    return listing("requests", [...new Set(lapses.map(({ number, label }) => label ?? number))]);
  };

const TITLE_SHOWN = 30;

const shortened = (title: string): string => {
  const characters = [...title];
  return characters.length > TITLE_SHOWN ? `${characters.slice(0, TITLE_SHOWN).join("")}…` : title;
};

/** D05: published more than 20 working days after it was formed or changed (条例 §26). */
export const publishedTooLate: Check = ({ ledger }) =>
  listing(
    "disclosures",
    (ledger?.disclosed?.late ?? []).map(({ title }) => shortened(title)),
  );

/** Rows 5 to 11 of table 三: refusals under 条例 §14-16, which go to review first (法释〔2025〕8号 §1). */
const REVIEW_FIRST: readonly string[] = [
  "DENIED_STATE_SECRET",
  "DENIED_LAW_FORBIDDEN",
  "DENIED_SECURITY_STABILITY",
  "DENIED_THIRD_PARTY",
  "DENIED_INTERNAL_AFFAIRS",
  "DENIED_PROCESS",
  "DENIED_CASE_FILE",
];
const REVIEW_FIRST_SINCE = "2024-01-01";

const goesToReviewFirst = ({ route, requestOutcome, requestDecidedOn }: ContestedRequest): boolean =>
  route === "LITIGATION_DIRECT" &&
  REVIEW_FIRST.includes(requestOutcome ?? "") &&
  requestDecidedOn !== null &&
  requestDecidedOn >= REVIEW_FIRST_SINCE;

/** T4_DIRECT_AFTER_2024: a suit without review against a refusal of 2024 or later (行政复议法 §23). */
export const directSuits: Check = ({ ledger }) =>
  numbersOf("remedies.direct", ledger?.remedies, goesToReviewFirst);

const isUnchained = ({ route, requestId, reviewId }: ContestedRequest): boolean =>
  requestId === null || (route === "LITIGATION_AFTER_REVIEW" && reviewId === null);

/** T4_STAGE_CHAIN: a case of which the ledgers do not know what it contests, or which review it followed. */
export const unchainedRemedies: Check = ({ ledger }) =>
  numbersOf("remedies.chain", ledger?.remedies, isUnchained);

const numbersOf = (
  at: string,
  cases: readonly ContestedRequest[] | null | undefined,
  test: (one: ContestedRequest) => boolean,
): Spotted[] =>
  listing(
    at,
    (cases ?? []).filter(test).map(({ number }) => number),
  );
