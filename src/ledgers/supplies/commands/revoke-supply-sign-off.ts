import { signedIn, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { changeRecord, reasonProblems, type LedgerServices } from "../../../records/index.js";
import { SUPPLIED_COUNTS } from "../supply.entity.js";
import { recordSupplyStep } from "../supply.store.js";
import { findSupply, type SupplyStep } from "./find-supply.js";

export interface RevokeSignOff extends SupplyStep {
  readonly reason: string;
}

/** The figure counts no more, and can be amended; why is kept with it. */
export async function revokeSupplySignOff(
  session: Session,
  viewer: Viewer,
  input: RevokeSignOff,
  { clock, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const { supply, unit } = await findSupply(session, viewer, "revoke", input);
  const problems = reasonProblems(input.reason, ["input", "reason"]);
  if (problems.length > 0) throw new Refusal(...problems);
  const after = await changeRecord(session, SUPPLIED_COUNTS, supply, {
    signedOffAt: null,
    signedOffBy: null,
    revocation: {
      at: clock.now().toISOString(),
      by: signedIn(viewer).displayName,
      reason: input.reason,
    },
  });
  recordSupplyStep(session, unit, supply, after, input.reason);
  await onChange(session, unit, supply.year);
  return { id: supply.id };
}
