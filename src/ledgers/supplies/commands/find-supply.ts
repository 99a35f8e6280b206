import { authorize, type Viewer } from "../../../access/index.js";
import { forbidden, notFound } from "../../../kernel/fault.js";
import type { Session } from "../../../platform/db/index.js";
import { legalSteps, staleRecord, stepRefused } from "../../../records/index.js";
import { unitsByIds, type UnitRow } from "../../../units/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "../supply.entity.js";
import { STATE_NAMES, stateOf, STEPS, SUPPLY_WORKFLOW, type SupplyVerb } from "../supply.workflow.js";

export interface SupplyStep {
  readonly supplyId: string;
  readonly expectedRevision?: number | null;
}

interface FoundSupply {
  readonly supply: SupplyRow;
  readonly unit: UnitRow;
}

/** The figure that a step is to be taken with, if it may be taken by this viewer and now. */
export async function findSupply(
  session: Session,
  viewer: Viewer,
  verb: SupplyVerb,
  { supplyId, expectedRevision }: SupplyStep,
): Promise<FoundSupply> {
  const supply = await session.rows(SUPPLIED_COUNTS).one({ id: supplyId });
  if (!supply) throw notFound();
  const [row] = await unitsByIds(session, [supply.unitId]);
  const unit = authorize(viewer, STEPS[verb].permission, row ?? null);
  if ((expectedRevision ?? supply.revision) !== supply.revision) throw staleRecord(supply.revision);
  const state = stateOf(supply);
  const open = legalSteps(SUPPLY_WORKFLOW, state, STEPS);
  if (!open.includes(STEPS[verb])) throw stepRefused(["input", "supplyId"], state, STATE_NAMES[state], open);
  if (!SUPPLY_WORKFLOW.step(verb, state, viewer.rolesAt(unit))) throw forbidden();
  return { supply, unit };
}
