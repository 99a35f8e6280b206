import { authorize, type Viewer } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import type { Session } from "../../platform/db/index.js";
import { legalSteps, staleRecord, stepRefused } from "../../records/index.js";
import { unitsByIds, type UnitRow } from "../../units/index.js";
import type { ProposalRow } from "./proposal.entity.js";
import { proposalRow } from "./proposal.store.js";
import { PROPOSAL_STATES, type ProposalState } from "./proposal.terms.js";
import { PROPOSAL_STEPS, PROPOSAL_WORKFLOW, proposalState, type ProposalVerb } from "./proposal.workflow.js";

interface FoundProposal {
  readonly unit: UnitRow;
  readonly proposal: ProposalRow;
  readonly state: ProposalState;
}

export interface ProposalStep {
  readonly proposalId: string;
  readonly expectedRevision?: number | null;
}

/** The proposal that a step is to be taken on, for whoever may, as long as the step is open to it. */
export async function findProposal(
  session: Session,
  viewer: Viewer,
  verb: ProposalVerb,
  { proposalId, expectedRevision }: ProposalStep,
): Promise<FoundProposal> {
  const proposal = await proposalRow(session, proposalId);
  if (!proposal) throw notFound();
  const [owner] = await unitsByIds(session, [proposal.unitId]);
  const unit = authorize(viewer, "proposal:record", owner ?? null);
  if (expectedRevision != null && expectedRevision !== proposal.revision)
    throw staleRecord(proposal.revision);
  const state = proposalState(proposal);
  if (!PROPOSAL_WORKFLOW.step(verb, state, new Set(["proposal:record"])))
    throw stepRefused(
      ["input", "proposalId"],
      state,
      PROPOSAL_STATES[state],
      legalSteps(PROPOSAL_WORKFLOW, state, PROPOSAL_STEPS),
    );
  return { unit, proposal, state };
}
