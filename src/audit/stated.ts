import { STATED, type StatedValues } from "../forms/index.js";
import { chargedFees } from "./checks/fees.js";
import { factsOf } from "./facts.js";
import type { Sections } from "./passage.js";
import { readAll, type Audit } from "./remark.js";

/**
 * 补充指标 of a report, scaled, by code: what its texts state of the year itself. A rounded number counts as it is written
 * (1.9万 is 19,000); a vague one (近900), or one that is stated in two ways, is unknown.
 */
export function statedIn(sections: Sections, year: number): StatedValues {
  const audit = readAll({ year, sections });
  const values = new Map<string, number>();
  for (const { code, scale } of STATED) {
    const value = code === FEES ? chargedFees(audit) : counted(audit, code);
    if (value !== null) values.set(code, Math.round(value * 10 ** scale));
  }
  return values;
}

const FEES = "other.feesCharged";

const counted = (audit: Audit, code: string): number | null =>
  factsOf(audit).stated(code)?.statement.value ?? null;
