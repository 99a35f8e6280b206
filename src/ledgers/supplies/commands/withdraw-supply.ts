import type { Viewer } from "../../../access/index.js";
import type { Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { deleteSupply, recordSupplyStep } from "../supply.store.js";
import { findSupply, type SupplyStep } from "./find-supply.js";

/** Deletes a figure that was entered by mistake, before anybody signed it off. */
export async function withdrawSupply(
  session: Session,
  viewer: Viewer,
  input: SupplyStep,
  { onChange }: LedgerServices,
): Promise<{ id: string }> {
  const { supply, unit } = await findSupply(session, viewer, "withdraw", input);
  await deleteSupply(session, supply);
  recordSupplyStep(session, unit, supply, { ...supply, revision: supply.revision + 1 });
  await onChange(session, unit, supply.year);
  return { id: supply.id };
}
