import type { Viewer } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { settingsOf } from "../../settings/index.js";
import type { Protection } from "../answer/index.js";
import type { LedgerUnits } from "./ledger-units.js";

/**
 * The law protects who applied from being made out by others. The unit and its district read the very requests; what the
 * district's own people get for passing on may be protected, too.
 */
export async function protectionFor(
  session: Session,
  viewer: Viewer,
  ofPeople: boolean,
  { insider, top }: LedgerUnits,
): Promise<Protection> {
  if (!ofPeople) return { kind: "NONE" };
  const settings = (await settingsOf(session))(top);
  const ofTheUnit = [...viewer.rolesAt(top)].some((role) => role === "CLERK" || role === "REVIEWER");
  if (insider && (ofTheUnit || !settings["analytics.protectOfficers"])) return { kind: "NONE" };
  const threshold = settings["analytics.threshold"];
  return settings["analytics.protection"] === "SUPPRESSED"
    ? { kind: "SUPPRESSED", threshold }
    : { kind: "ROUNDED" };
}
