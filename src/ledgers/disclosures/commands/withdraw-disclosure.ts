import type { Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { reasonProblems, type LedgerServices } from "../../../records/index.js";
import { moveDisclosures, type Selection } from "./move-disclosures.js";

/** Withdraws a published record, or a mistaken draft, with the reason: it no longer counts, but stays on record. */
export async function withdrawDisclosure(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  reason: string,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const problems = reasonProblems(reason, ["input", "reason"]);
  if (problems.length > 0) throw new Refusal(...problems);
  const move = { verb: "withdraw", note: reason, problems: () => [] } as const;
  return moveDisclosures(session, viewer, chosen, move, services);
}
