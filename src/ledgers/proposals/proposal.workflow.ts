import type { Permission } from "../../access/index.js";
import { StateMachine } from "../../kernel/state-machine.js";
import { text } from "../../kernel/text.js";
import type { LegalStep } from "../../records/index.js";
import type { ProposalRow } from "./proposal.entity.js";
import { PROPOSAL_STATES, type ProposalState } from "./proposal.terms.js";

export type ProposalVerb = "answer" | "rate" | "redo" | "publish" | "amend";

const RECORD = "proposal:record" satisfies Permission;
const STATES = Object.keys(PROPOSAL_STATES) as ProposalState[];
const ANSWERED = ["ANSWERED", "RATED"] as const;

/**
 * 建议提案办理: what is found unsatisfactory is answered again. An answer that is not rated yet and a rating can be
 * recorded anew, so that a slip is mended. Who may is said by a permission.
 */
export const PROPOSAL_WORKFLOW = new StateMachine<ProposalState, ProposalVerb, typeof RECORD>(
  "OPEN",
  STATES,
  [
    { verb: "answer", from: ["OPEN", "REDO", "ANSWERED"], to: "ANSWERED", role: RECORD },
    { verb: "rate", from: ANSWERED, to: "RATED", role: RECORD },
    { verb: "redo", from: ANSWERED, to: "REDO", role: RECORD },
    ...ANSWERED.map((state) => ({ verb: "publish", from: [state], to: state, role: RECORD }) as const),
    ...STATES.map((state) => ({ verb: "amend", from: [state], to: state, role: RECORD }) as const),
  ],
);

const RATE: LegalStep = { mutation: "rateProposal", name: text("登记满意度", "record the rating") };

export const PROPOSAL_STEPS: Readonly<Record<ProposalVerb, LegalStep>> = {
  answer: { mutation: "answerProposal", name: text("登记答复", "record the answer") },
  rate: RATE,
  redo: RATE,
  publish: { mutation: "publishProposalAnswer", name: text("公开答复", "publish the answer") },
  amend: { mutation: "amendProposal", name: text("更正登记信息", "mend its particulars") },
};

export function proposalState({
  answeredOn,
  redo,
  satisfaction,
}: Pick<ProposalRow, "answeredOn" | "redo" | "satisfaction">): ProposalState {
  if (answeredOn === null) return redo ? "REDO" : "OPEN";
  return satisfaction === null ? "ANSWERED" : "RATED";
}
