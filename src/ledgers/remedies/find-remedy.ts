import { authorize, type Viewer } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import type { Session } from "../../platform/db/index.js";
import { legalSteps, staleRecord, stepRefused } from "../../records/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import type { RemedyRow } from "./remedy.entity.js";
import { remedyRow } from "./remedy.store.js";
import { REMEDY_STATES } from "./remedy.terms.js";
import { REMEDY_STEPS, REMEDY_WORKFLOW, remedyState, type RemedyVerb } from "./remedy.workflow.js";

interface FoundRemedy {
  readonly unit: UnitRow;
  readonly remedy: RemedyRow;
}

/** Finds a case on which the caller may take an open step. */
export async function findRemedy(
  session: Session,
  viewer: Viewer,
  verb: RemedyVerb,
  { remedyId, expectedRevision }: { remedyId: string; expectedRevision?: number | null },
): Promise<FoundRemedy> {
  const remedy = await remedyRow(session, remedyId);
  if (!remedy) throw notFound();
  const [owner] = await unitsByIds(session, [remedy.unitId]);
  const unit = authorize(viewer, "remedy:record", owner ?? null);
  if (expectedRevision != null && expectedRevision !== remedy.revision) throw staleRecord(remedy.revision);
  const state = remedyState(remedy);
  if (!REMEDY_WORKFLOW.step(verb, state, new Set(["remedy:record"])))
    throw stepRefused(
      ["input", "remedyId"],
      state,
      REMEDY_STATES[state],
      legalSteps(REMEDY_WORKFLOW, state, REMEDY_STEPS),
    );
  return { unit, remedy };
}
