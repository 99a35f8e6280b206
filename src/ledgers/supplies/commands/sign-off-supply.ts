import { signedIn, type Viewer } from "../../../access/index.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { changeRecord, notNow, optionalLine, type LedgerServices } from "../../../records/index.js";
import { SUPPLIED_COUNTS } from "../supply.entity.js";
import { recordSupplyStep } from "../supply.store.js";
import { findSupply, type SupplyStep } from "./find-supply.js";

const NAME_LENGTH = 120;

export interface SignOff extends SupplyStep {
  /** Who answers for the figure in the office that supplied it; the viewer unless said. */
  readonly signedOffBy?: string | null;
}

/** From now on the figure counts in table 二. */
export async function signOffSupply(
  session: Session,
  viewer: Viewer,
  input: SignOff,
  { clock, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const { supply, unit } = await findSupply(session, viewer, "signOff", input);
  const { id, displayName } = signedIn(viewer);
  if (supply.enteredBy === id)
    throw notNow(
      ["input", "supplyId"],
      text("录入人不能签认自己录入的数据，请由另一人办理", "Who entered a figure does not sign it off"),
    );
  const problems = optionalLine(input.signedOffBy, ["input", "signedOffBy"], NAME_LENGTH);
  if (problems.length > 0) throw new Refusal(...problems);
  const signedOffAt = clock.now().toISOString();
  const after = await changeRecord(session, SUPPLIED_COUNTS, supply, {
    signedOffAt,
    signedOffBy: input.signedOffBy ?? displayName,
  });
  recordSupplyStep(session, unit, supply, after);
  await onChange(session, unit, supply.year);
  return { id: supply.id };
}
