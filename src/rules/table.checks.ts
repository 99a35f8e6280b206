import type { UnitKind } from "../units/index.js";
import type { Cell } from "../forms/index.js";
import { cellOf, placeOf, valueOf, type YearValues } from "./cells.js";
import { bodyOf } from "./text.checks.js";
import type { Check, CheckInput, Place, Spotted } from "./rule.js";

/**
 * S05: one finding a table, not one a cell. Totals are not listed: a total is blank only if all its parts are, and
 * those are listed; given totals are reported by S13_TOTALS_ONLY.
 */
export const blankCells: Check = (input) => {
  const told = new Set(rowsOfTotalsOnly(input).map(({ row }) => row));
  return input.format.tables.flatMap(({ key }): Spotted[] => {
    const blank = input.format.cells.filter(
      (cell) =>
        cell.table === key && !cell.computed && input.values[cell.position] === null && !told.has(cell.row),
    );
    return blank.length > 0 ? [{ at: key, places: blank.map((cell) => placeOf(input, cell)) }] : [];
  });
};

/** S13_TOTALS_ONLY: one finding a table, whose rows have their total and none of its parts. */
export const totalsOnly: Check = (input) =>
  input.format.tables.flatMap(({ key }): Spotted[] => {
    const totals = rowsOfTotalsOnly(input).filter(({ table }) => table === key);
    return totals.length > 0 ? [{ at: key, places: totals.map((cell) => placeOf(input, cell)) }] : [];
  });

/** Given totals of rows whose cells are all blank. */
function rowsOfTotalsOnly({ format, values }: CheckInput): readonly Cell[] {
  const filled = new Set(
    format.cells
      .filter((cell) => cell.column !== "total" && values[cell.position] !== null)
      .map(({ row }) => row),
  );
  return format.cells.filter(
    (cell) => cell.column === "total" && values[cell.position] !== null && !filled.has(cell.row),
  );
}

/** T2_REGULATION_NOT_ALLOWED: one finding, naming every cell that this kind of organ may not fill. */
export const regulationsNotAllowed: Check = (input) => {
  const filled = input.format.cells.filter(
    (cell) => cell.onlyFor && !cell.onlyFor.includes(input.unitKind) && input.values[cell.position],
  );
  if (filled.length === 0) return [];
  const places = filled.map((cell) => placeOf(input, cell));
  const actual = places.length === 1 ? (places[0]?.value ?? null) : null;
  return [{ at: "proactive.regulations", places, expected: "0", actual }];
};

const WAN = 1_000_000;

/**
 * Of which share of the district's limit fees look like yuan, where there are none of last year to compare: offices
 * that charge for the whole district (人民防空, 自然资源) do reach thousands of 万元 (5125.11 is a real one), towns and
 * sub-districts do not; a city's 59237 is real, so cities and provinces have no limit.
 */
const YUAN_LIKE_SHARE: Readonly<Partial<Record<UnitKind, number>>> = {
  TOWN: 0.1,
  SUBDISTRICT: 0.1,
  DEPARTMENT: 1,
  ZONE: 1,
  DISTRICT: 1,
};

/** How many times last year's fees are worth a question, and from how many 万元 on. */
const FEE_FACTOR = 10;
const FEE_BASE = 1;

/** T2_FEE_UNIT: decided by last year's fees if there are any, else by size alone. */
export const feeUnit: Check = (input) => {
  const cell = cellOf(input, "proactive.fees.amount");
  const amount = cell && valueOf(input, cell.code);
  if (!cell || !amount) return [];
  const now = placeOf(input, cell);
  const last = valueOf(input.previous, cell.code);
  if (input.previous && last) {
    if (amount <= last * FEE_FACTOR || amount < FEE_BASE * WAN) return [];
    const places = [placeOf(input.previous, cell), now];
    return [{ at: cell.code, places, actual: now.value, detail: { factor: FEE_FACTOR } }];
  }
  const share = YUAN_LIKE_SHARE[input.unitKind];
  if (share === undefined || amount < share * input.feesYuanFrom * WAN) return [];
  return [{ at: cell.code, places: [now], actual: now.value, detail: { from: share * input.feesYuanFrom } }];
};

/**
 * T2_YOY: counts of table 二 that both years' forms have. Fees have a rule of their own; a change from 0 has no factor
 * and is not reported.
 */
export const yearOnYear: Check = (input) => {
  const { previous } = input;
  if (!previous) return [];
  return input.format.cells.filter(isCounted).flatMap((cell) => {
    const now = valueOf(input, cell.code);
    const last = valueOf(previous, cell.code);
    if (now === null || last === null || !isJump(last, now)) return [];
    const places = [placeOf(previous, cell), placeOf(input, cell)];
    return [{ at: cell.code, places, expected: `${last}`, actual: `${now}` }];
  });
};

const isCounted = (cell: Cell): boolean => cell.table === "proactive" && cell.kind === "count";

/** How many times larger or smaller than last year, the larger of both years at least so much; or from so much to 0. */
const JUMP = { factor: 10, base: 50, vanished: 10 };

function isJump(last: number, now: number): boolean {
  if (last === 0) return false;
  if (now === 0) return last >= JUMP.vanished;
  const [small, large] = last < now ? [last, now] : [now, last];
  return large >= JUMP.base && large > small * JUMP.factor;
}

/** T3_UNPAID_NO_FEE: fees were asked for (条例 §42), so 六 should speak of them. */
export const unpaidWithoutFee: Check = (input) => {
  const cell = cellOf(input, "requests.other.unpaidFee.total");
  if (!cell || !valueOf(input, cell.code)) return [];
  if (/收费|处理费|费用|缴费/.test(bodyOf(input, "OTHER_MATTERS"))) return [];
  const place = placeOf(input, cell);
  return [{ at: "OTHER_MATTERS", places: [place], actual: place.value }];
};

const REMEDY_TOTALS = ["review", "litigationDirect", "litigationAfterReview"].map(
  (group) => `remedies.${group}.total`,
);
/** One decision may go through review and then court. */
const CASES_PER_DECISION = 2;
const DECISIONS = "requests.total.total";

/**
 * T4_MORE_THAN_REQUESTS: cases may concern last year's decisions, so without last year's report there is nothing to
 * say; "far above" is more than two cases a decision, for one decision may go through review and then court.
 */
export const moreRemediesThanRequests: Check = (input) => {
  const { previous } = input;
  const now = valueOf(input, DECISIONS);
  const last = valueOf(previous, DECISIONS);
  if (!previous || now === null || last === null) return [];
  const cases = REMEDY_TOTALS.reduce((sum, code) => sum + (valueOf(input, code) ?? 0), 0);
  if (cases <= (now + last) * CASES_PER_DECISION) return [];
  const places = [...placesOf(input, [...REMEDY_TOTALS, DECISIONS]), ...placesOf(previous, [DECISIONS])];
  return [
    {
      at: "remedies",
      places,
      expected: `${now + last}`,
      actual: `${cases}`,
      detail: { perDecision: CASES_PER_DECISION },
    },
  ];
};

const placesOf = (source: YearValues, codes: readonly string[]): readonly Place[] =>
  codes.map((code) => placeOf(source, { code, scale: 0 }));
