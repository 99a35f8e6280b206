import { APPLICANTS, OUTCOMES, countOf, type Applicant, type Cells, type Outcome } from "../form-codes.js";
import { knownFigures } from "../known-figures.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";
import { powersOf } from "./powers.js";

const APPLICANT_WEIGHTS: Record<Applicant, number> = {
  naturalPerson: 78,
  enterprise: 12,
  research: 1,
  publicWelfare: 1,
  legalService: 5,
  otherOrganization: 3,
};

/** What comes of a request, in the proportions that published reports show. */
const OUTCOME_WEIGHTS: Record<Outcome, number> = {
  granted: 48,
  partial: 9,
  "denied.stateSecret": 0.2,
  "denied.lawForbidden": 0.3,
  "denied.securityStability": 0.2,
  "denied.thirdParty": 2,
  "denied.internalAffairs": 2,
  "denied.process": 2,
  "denied.caseFile": 2.5,
  "denied.queryMatter": 3,
  "unable.notHeld": 17,
  "unable.needsCreation": 3,
  "unable.unclear": 2,
  "refused.petition": 4,
  "refused.repeat": 2,
  "refused.publication": 0.4,
  "refused.excessive": 0.4,
  "refused.confirmReissue": 0.4,
  "other.noCorrection": 2,
  // Nobody here was asked for a fee, so nobody failed to pay one.
  "other.unpaidFee": 0,
  "other.misc": 1.5,
};

/** A request that arrives late in the year is decided in the next one. */
const CARRIED_OUT_SHARE = 0.07;

/** Table 三: each request goes to one column and one row, so that 一 + 二 = 三 + 四 in every column. */
export function requestCells(unit: SeedUnit, year: number, lastYear: Cells | null): Record<string, string> {
  const random = randomFor(unit.code, year, "requests");
  const known = knownFigures(unit.code, year).received;
  const counts = new Map<string, number>();
  const add = (row: string, applicant: Applicant, count = 1) => {
    const code = `requests.${row}.${applicant}`;
    counts.set(code, (counts.get(code) ?? 0) + count);
  };

  for (const applicant of APPLICANTS) {
    const carriedIn = carriedInOf(unit, applicant, lastYear, random);
    add("carriedIn", applicant, carriedIn);
    // A carried-in request has been waiting since last year and is always decided in this one.
    for (let left = carriedIn; left > 0; left--) add(random.weighted(OUTCOME_WEIGHTS), applicant);
  }
  const received = known ?? random.between(...powersOf(unit).requests);
  for (let left = received; left > 0; left--) {
    const applicant = received > 2 ? random.weighted(APPLICANT_WEIGHTS) : "naturalPerson";
    const carriedOut = known === undefined && received > 2 && random.chance(CARRIED_OUT_SHARE);
    add("received", applicant);
    add(carriedOut ? "carriedOut" : random.weighted(OUTCOME_WEIGHTS), applicant);
  }
  return allCells(counts);
}

/** The first year seeded has no year before it, and starts with one or none. */
function carriedInOf(unit: SeedUnit, applicant: Applicant, lastYear: Cells | null, random: Random): number {
  if (lastYear) return countOf(lastYear, `requests.carriedOut.${applicant}`);
  const mayHaveSome = applicant === "naturalPerson" && powersOf(unit).requests[1] >= 10;
  return mayHaveSome ? random.between(0, 1) : 0;
}

function allCells(counts: ReadonlyMap<string, number>): Record<string, string> {
  const rows = ["received", "carriedIn", ...OUTCOMES, "carriedOut"];
  const codes = rows.flatMap((row) => APPLICANTS.map((applicant) => `requests.${row}.${applicant}`));
  return Object.fromEntries(codes.map((code) => [code, String(counts.get(code) ?? 0)]));
}
