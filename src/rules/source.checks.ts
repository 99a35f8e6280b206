import { showCellValue, type Cell, type TableKey } from "../forms/index.js";
import { placeOf, valueOf } from "./cells.js";
import type { Check, CheckInput, Spotted } from "./rule.js";
import type { ContestedRequest } from "./ledger-facts.js";

/**
 * L01-L03: cells against the ledgers that feed them. A total is reported only if it was given and its parts match,
 * otherwise the parts are the fault; differences with a reason are not reported.
 */
export const ledgerTies =
  (table: TableKey): Check =>
  (input) => {
    const differing = new Set<string>();
    const spotted: Spotted[] = [];
    // In the order of the form: parts come before their totals.
    for (const cell of input.format.cells) {
      if (cell.table !== table || !differs(input, cell)) continue;
      differing.add(cell.code);
      const told = input.computed.has(cell.position) || cell.parts.some((part) => differing.has(part));
      if (!told && !input.ledger?.explained.has(cell.code)) spotted.push(tie(input, cell));
    }
    return spotted;
  };

/** A blank is no difference from 0. */
function differs({ ledger, values }: CheckInput, { code, position }: Cell): boolean {
  const expected = ledger?.values.get(code);
  return expected !== undefined && (values[position] ?? 0) !== expected;
}

function tie(input: CheckInput, cell: Cell): Spotted {
  const place = placeOf(input, cell);
  const expected = showCellValue(cell, input.ledger?.values.get(cell.code) ?? 0);
  return { at: cell.code, places: [place], expected, actual: place.value };
}

const CORRECTION_ROWS = ["requests.unable.unclear.total", "requests.other.noCorrection.total"];

/** T3_CORRECTION_NONE: requests that failed correction or stayed unclear need a correction notice (条例 §30). */
export const correctionsWithoutNotice: Check = (input) => {
  const { ledger, format } = input;
  if (!ledger?.requests) return [];
  const cells = CORRECTION_ROWS.flatMap((code) => format.cells[format.position(code) ?? -1] ?? []);
  const claimed = cells.reduce((sum, cell) => sum + (valueOf(input, cell.code) ?? 0), 0);
  const { correctionNotices } = ledger.requests;
  if (claimed <= correctionNotices) return [];
  const places = cells.map((cell) => placeOf(input, cell));
  return [{ at: "requests.correction", places, expected: `${correctionNotices}`, actual: `${claimed}` }];
};

const MOST_LISTED = 10;

/** One finding a rule, with the number of cases and the first of them. */
function listing(at: string, names: readonly string[]): Spotted[] {
  if (names.length === 0) return [];
  const detail = { names: names.slice(0, MOST_LISTED), count: names.length };
  return [{ at, actual: `${names.length}`, detail }];
}

/**
 * D01-D04, D10, D11: requests that missed a time limit, or whose due date lies in a year without an announced
 * calendar.
 */
export const requestsLate =
  (rule: string): Check =>
  ({ ledger }) => {
    const lapses = (ledger?.requests?.lapses ?? []).filter((lapse) => lapse.rule === rule);
    // One request may miss the same limit twice.
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

/** D12: rules, normative documents and documents of wide effect that no interpretation was published for. */
export const notInterpreted: Check = ({ ledger }) => {
  const count = ledger?.figures.NOT_INTERPRETED ?? 0;
  return count === 0 ? [] : [{ at: "interpretations", expected: "0", actual: `${count}` }];
};

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

/** T4_STAGE_CHAIN: a case without a known request that it contests, or without the review it followed. */
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

/** R01: a member has not filed, or a unit is missing in what a member brings. */
export const memberMissing: Check = ({ rollUp }) => {
  const units = rollUp ? [...rollUp.missing, ...rollUp.missingBelow] : [];
  return units.length > 0 ? [{ at: "members", detail: { units } }] : [];
};

/**
 * R02: the sum of the members differs from the 本级汇总, without a reason. While a member is missing nobody knows which
 * is right, so the finding is only information.
 */
export const memberSum: Check = (input) => {
  const { rollUp, format, values } = input;
  if (!rollUp) return [];
  return format.cells
    .filter((cell) => !cell.computed && !rollUp.explained.has(cell.code))
    .flatMap((cell): Spotted[] => {
      const expected = rollUp.sums[cell.position] ?? null;
      const actual = values[cell.position] ?? null;
      if ((expected ?? 0) === (actual ?? 0)) return [];
      const severity = rollUp.missing.length > 0 ? ({ severity: "INFO" } as const) : {};
      return [
        {
          at: cell.code,
          places: [placeOf(input, cell)],
          expected: showCellValue(cell, expected ?? 0),
          actual: actual === null ? null : showCellValue(cell, actual),
          detail: { missing: rollUp.missing.length },
          ...severity,
        },
      ];
    });
};

/** R03: members filed on different forms, so that not every cell is the sum of all. */
export const mixedFormats: Check = ({ rollUp }) =>
  rollUp && rollUp.formats.length > 1 ? [{ at: "formats", detail: { formats: rollUp.formats } }] : [];

/** R04: a member's version changed after it was added up. */
export const memberAmended: Check = ({ rollUp }) =>
  rollUp && rollUp.amended.length > 0 ? [{ at: "members", detail: { units: rollUp.amended } }] : [];

/** D07: a government's report is out by 31 March (条例 §49(2)). */
export const publishedLate: Check = ({ scope, firstPublishedOn, publishedOn, today, dueOn }) => {
  const on = firstPublishedOn ?? publishedOn ?? today;
  return scope === "SYSTEM" && on > dueOn ? [{ at: "publication", detail: { dueOn, on } }] : [];
};
