import { changes } from "./checks/changes.js";
import { duplicateCategories } from "./checks/duplicates.js";
import { fees } from "./checks/fees.js";
import { wrongNames } from "./checks/names.js";
import { rates } from "./checks/rates.js";
import { requestFlow } from "./checks/requests.js";
import { sums } from "./checks/sums.js";
import { lastYearQuoted, textAgainstTables } from "./checks/tables.js";
import { announcedParts, enumerations, outdated, pictureDates, slips } from "./checks/wording.js";
import { wrongYears } from "./checks/years.js";
import { twoTotals, zeroClaims } from "./checks/zeros.js";
import { readAll, type Audit, type AuditInput, type Check, type Remark } from "./remark.js";

const CHECKS: readonly Check[] = [
  ...[sums, duplicateCategories, requestFlow, textAgainstTables, lastYearQuoted],
  ...[changes, fees, zeroClaims, twoTotals, wrongYears, wrongNames, slips, rates, enumerations],
  ...[announcedParts, outdated, pictureDates],
];

/**
 * All contradictions in the texts of a report, in the order of the checks, then of the text. Pure, and linear in the
 * text. Two remarks of one rule at one place are one: a finding is known by both.
 */
export function remarksOf(audit: Audit): readonly Remark[] {
  const places = new Set<string>();
  return CHECKS.flatMap((check) => check(audit)).filter(({ rule, at }) => {
    const place = `${rule}:${at}`;
    return !places.has(place) && places.add(place);
  });
}

export const auditTexts = (input: AuditInput): readonly Remark[] => remarksOf(readAll(input));
