import type { Viewer } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { settingsOf } from "../../settings/index.js";
import type { Protection } from "../answer/index.js";
import type { LedgerUnits } from "./ledger-units.js";

/**
 * Applicants must not be identifiable to others. The unit and its district read the requests themselves; figures that
 * the district's own people pass on may be protected, too.
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
