import {
  REMEDY_GROUPS,
  REMEDY_RESULTS,
  countOf,
  decidedTotal,
  type Cells,
  type RemedyGroup,
  type RemedyResult,
} from "../form-codes.js";
import { knownFigures } from "../known-figures.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";

/** One dispute among so many decisions: reviews are commoner than suits. */
const DECISIONS_PER_CASE: Record<RemedyGroup, number> = {
  review: 7,
  litigationDirect: 16,
  litigationAfterReview: 22,
};

const RESULT_WEIGHTS: Record<RemedyResult, number> = { upheld: 60, corrected: 12, other: 16, pending: 12 };
const SETTLED_WEIGHTS: Record<RemedyResult, number> = { ...RESULT_WEIGHTS, pending: 0 };

/** Table 四. It has no carry-in column: what was pending last year is settled, and counted, in this one. */
export function remedyCells(
  unit: SeedUnit,
  year: number,
  requests: Cells,
  lastYear: Cells | null,
): Record<string, string> {
  const random = randomFor(unit.code, year, "remedies");
  const known = knownFigures(unit.code, year).reviews;
  const groups = REMEDY_GROUPS.map((group) => {
    const pending = countOf(lastYear, `remedies.${group}.pending`);
    const fresh = known === undefined ? freshCases(group, requests, random) : 0;
    const counts = settle(pending, fresh, random);
    if (known !== undefined && group === "review") counts.upheld += known;
    return REMEDY_RESULTS.map((result) => [`remedies.${group}.${result}`, String(counts[result])] as const);
  });
  return Object.fromEntries(groups.flat());
}

function freshCases(group: RemedyGroup, requests: Cells, random: Random): number {
  const most = Math.floor(decidedTotal(requests) / DECISIONS_PER_CASE[group]);
  return random.between(0, most);
}

function settle(pending: number, fresh: number, random: Random): Record<RemedyResult, number> {
  const counts: Record<RemedyResult, number> = { upheld: 0, corrected: 0, other: 0, pending: 0 };
  for (let left = pending; left > 0; left--) counts[random.weighted(SETTLED_WEIGHTS)]++;
  for (let left = fresh; left > 0; left--) counts[random.weighted(RESULT_WEIGHTS)]++;
  return counts;
}
