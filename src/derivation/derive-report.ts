import type { Viewer } from "../access/index.js";
import type { Session } from "../platform/db/index.js";
import { derivedCells } from "./derived-cells.js";
import { fedPartsOf, type FedPart } from "./fed-parts.js";
import { ledgerValues } from "./ledger-values.js";
import { storeDerived, type DerivedReport } from "./report-derivation.js";
import { openReport, type EditedReport, type ReportServices } from "../filing/index.js";
import { addUpMembers } from "./roll-up/add-up.js";

/**
 * Fills the report (一次生成): a unit's own from whatever its ledgers feed, a 本级汇总 from its members' versions. What
 * the unit explained otherwise stays.
 */
export async function deriveReport(
  session: Session,
  viewer: Viewer,
  input: EditedReport,
  services: ReportServices,
): Promise<DerivedReport & { readonly parts: readonly FedPart[] }> {
  const editing = await openReport(session, viewer, input, services);
  if (input.scope === "SYSTEM") return { ...(await addUpMembers(editing)), parts: [] };
  const { unit, format, before } = editing;
  const { cells, openCells, year } = before;
  const parts = await fedPartsOf(session, unit, year);
  const values = await ledgerValues(session, { unitId: unit.id, year }, format, parts);
  const derived = await storeDerived(editing, derivedCells({ format, cells, openCells, parts, values }));
  return { ...derived, parts: [...parts.values()] };
}
