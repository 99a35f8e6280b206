import { asGovernment } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import type { UnitRow } from "../../units/index.js";
import { storeDerived, type DerivedReport } from "../report-derivation.js";
import type { Editing, ReportRow } from "../../filing/index.js";
import { REPORT_ROLL_UPS } from "../roll-up.entity.js";
import { rolledUp, sumOfMembers, type RollUp } from "./roll-up.js";
import { rollUpsOf } from "./roll-up.read-model.js";
import { summedCells } from "./summed-cells.js";

/** Fills a 本级汇总 with the sums of its members' newest versions, and notes which those were. */
export async function addUpMembers(editing: Editing): Promise<DerivedReport> {
  const { session, unit, format, before, now } = editing;
  const members = session.under(asGovernment(session.scope, unit));
  const rollUp = (await rollUpsOf(members, [unit], before.year)).get(unit.id) ?? {
    year: before.year,
    members: [],
  };
  const { cells, openCells } = before;
  const sums = sumOfMembers(rollUp, format);
  return storeDerived(editing, summedCells({ format, cells, openCells, sums }), (report) =>
    noteMembers(session, unit, report, rollUp, now),
  );
}

async function noteMembers(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  rollUp: RollUp,
  now: Date,
): Promise<void> {
  await session.rows(REPORT_ROLL_UPS).delete({ reportId: report.id });
  await session.rows(REPORT_ROLL_UPS).insert(unit, {
    reportId: report.id,
    unitId: unit.id,
    derivedAt: now.toISOString(),
    members: rolledUp(rollUp),
  });
}
