import { asGovernment } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import { explainedCells, type ReportRow } from "../../reports/index.js";
import { formatOf } from "../../forms/index.js";
import { REPORT_ROLL_UPS } from "../roll-up.entity.js";
import type { RollUpFacts } from "../../rules/index.js";
import { completenessOfRollUp } from "./completeness.js";
import {
  amendedMembers,
  formatsOfMembers,
  isIncluded,
  missingMembers,
  sumOfMembers,
  type RollUp,
} from "./roll-up.js";
import { rollUpsOf } from "./roll-up.read-model.js";

/**
 * Facts about the members of a 本级汇总 for the rules; null for a unit's own report, and for one that was never added
 * up here: its members may not be on the platform, and then their absence says nothing.
 */
export async function rollUpFacts(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
): Promise<RollUpFacts | null> {
  if (report.scope !== "SYSTEM") return null;
  const addedUp = await session.rows(REPORT_ROLL_UPS).one({ reportId: report.id });
  const members = session.under(asGovernment(session.scope, unit));
  const rollUp = addedUp && (await rollUpsOf(members, [unit], report.year)).get(unit.id);
  if (!addedUp || !rollUp) return null;
  const names = (units: readonly UnitRow[]): string[] => units.map(({ shortName }) => shortName);
  return {
    missing: names(missingMembers(rollUp)),
    missingBelow: names(await missingBelow(session, rollUp)),
    amended: names(amendedMembers(rollUp, addedUp.members)),
    formats: formatsOfMembers(rollUp),
    sums: sumOfMembers(rollUp, formatOf(report.format)),
    explained: explainedCells(report.cells),
  };
}

/** Units missing in the 本级汇总 of a member. */
async function missingBelow(session: Session, { year, members }: RollUp): Promise<UnitRow[]> {
  const governments = members.filter((member) => member.scope === "SYSTEM" && isIncluded(member));
  const { missing } = await completenessOfRollUp(session, { year, members: governments });
  return missing.length === 0 ? [] : unitsByIds(session, missing);
}
