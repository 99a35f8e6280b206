import { countOf, type Cells, type ProactiveCell } from "../form-codes.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";
import { powersOf, type Powers } from "./powers.js";

/** Table 二. No unit of a district may make 规章 (立法法 2023 §91, §93): its row is 0. */
export function proactiveCells(
  unit: SeedUnit,
  year: number,
  lastYear: Cells | null,
): Record<ProactiveCell, string> {
  const powers = powersOf(unit);
  const random = randomFor(unit.code, year, "proactive");
  const documents = documentCells(powers, random, lastYear);
  const decisions = (kind: "licences" | "penalties" | "coercions") => {
    const code = `proactive.${kind}.decisions`;
    // A power that was taken away, so that last year shows 0, does not come back.
    const usual = lastYear && countOf(lastYear, code) === 0 ? 0 : powers[kind];
    return String(Math.round(usual * random.factor(0.82, 1.22)));
  };
  return {
    "proactive.regulations.issued": "0",
    "proactive.regulations.repealed": "0",
    "proactive.regulations.inForce": "0",
    ...documents,
    "proactive.licences.decisions": decisions("licences"),
    "proactive.penalties.decisions": decisions("penalties"),
    "proactive.coercions.decisions": decisions("coercions"),
    "proactive.fees.amount": feeAmount(powers.fees * random.factor(0.8, 1.25)),
  };
}

/** 现行有效 = last year's + 制发 - 废止. */
function documentCells(powers: Powers, random: Random, lastYear: Cells | null) {
  const issued = powers.issuesDocuments ? random.between(1, 2) : 0;
  const repealed = powers.repealsDocuments ? random.between(1, 2) : 0;
  const before = lastYear ? countOf(lastYear, "proactive.normativeDocuments.inForce") : powers.documents;
  return {
    "proactive.normativeDocuments.issued": String(issued),
    "proactive.normativeDocuments.repealed": String(repealed),
    "proactive.normativeDocuments.inForce": String(before + issued - repealed),
  };
}

/** The shortest decimal of at most four places, as published reports print it. */
const feeAmount = (amount: number): string => String(Number(amount.toFixed(4)));
