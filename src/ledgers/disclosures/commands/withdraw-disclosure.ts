import type { Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { reasonProblems, type LedgerServices } from "../../../records/index.js";
import { moveDisclosures, type Chosen } from "./move-disclosures.js";

/** Takes back what is public, or a draft that was a mistake, with the reason: it counts no more, and stays on record. */
export async function withdrawDisclosure(
  session: Session,
  viewer: Viewer,
  chosen: Chosen,
  reason: string,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const problems = reasonProblems(reason, ["input", "reason"]);
  if (problems.length > 0) throw new Refusal(...problems);
  const move = { verb: "withdraw", note: reason, problems: () => [] } as const;
  return moveDisclosures(session, viewer, chosen, move, services);
}
