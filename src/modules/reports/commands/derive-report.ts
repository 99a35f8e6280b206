import type { Viewer } from "../../../access/index.js";
import type { Session } from "../../../platform/db/index.js";
import { settingsOf } from "../../settings/index.js";
import { derivedCells } from "../ledger/derived-cells.js";
import { keptLedgers } from "../ledger/kept-ledgers.js";
import { ledgerValues } from "../ledger/ledger-values.js";
import { storeDerived, type DerivedReport } from "../report-derivation.js";
import { openReport, type EditedReport, type Editing } from "../report-editing.js";
import type { DraftCells } from "../report.entity.js";
import type { ReportServices } from "../report-services.js";
import { addUpMembers } from "../roll-up/add-up.js";

/**
 * Fills the report (一次生成): a unit's own from whatever its ledgers feed, a 本级汇总 from its members' versions. What
 * the unit explained otherwise stays.
 */
export async function deriveReport(
  session: Session,
  viewer: Viewer,
  input: EditedReport,
  services: ReportServices,
): Promise<DerivedReport> {
  const editing = await openReport(session, viewer, input, services);
  return input.scope === "SYSTEM" ? addUpMembers(editing) : storeDerived(editing, await fromLedgers(editing));
}

async function fromLedgers({ session, unit, format, before }: Editing): Promise<DraftCells> {
  return derivedCells({
    format,
    cells: before.cells,
    openCells: before.openCells,
    kept: await keptLedgers(session, unit, before.year, (await settingsOf(session))(unit)),
    values: await ledgerValues(session, unit.id, before.year, format),
  });
}
