import type { Permission } from "../../access/index.js";
import { text } from "../../kernel/text.js";
import type { RecordKind, Step } from "../../records/index.js";
import { PROPOSALS, type ProposalRow } from "./proposal.entity.js";
import { PROPOSAL_STATES, type ProposalState } from "./proposal.terms.js";

type ProposalVerb = "answer" | "rate" | "redo" | "publish" | "amend";

const ANSWERED = ["ANSWERED", "RATED"] as const;
const permission = "proposal:record" satisfies Permission;
const rate = {
  mutation: "rateProposal",
  name: text("登记满意度", "record the rating"),
  permission,
  from: ANSWERED,
  bar: ({ role }: ProposalRow) => (role === "CO_ORGANIZER" ? NOT_RATED : null),
} as const;

const NOT_RATED = text(
  "会办件由主办单位答复，不作满意度评价",
  "The lead answers the proposal: a co-organizer is not rated",
);

/**
 * 建议提案办理: a proposal rated unsatisfactory is answered again. An answer that is not rated yet and a rating can be
 * recorded anew, so that a slip is corrected.
 */
const steps: Readonly<Record<ProposalVerb, Step<ProposalState, ProposalRow>>> = {
  answer: {
    mutation: "answerProposal",
    name: text("登记答复", "record the answer"),
    permission,
    from: ["OPEN", "REDO", "ANSWERED"],
    to: "ANSWERED",
  },
  rate: { ...rate, to: "RATED" },
  redo: { ...rate, to: "REDO" },
  publish: {
    mutation: "publishProposalAnswer",
    name: text("公开答复", "publish the answer"),
    permission,
    from: ANSWERED,
    to: null,
    bar: ({ published }) => (published ? text("答复已经公开", "The answer is published already") : null),
  },
  amend: {
    mutation: "amendProposal",
    name: text("更正登记信息", "correct what was entered"),
    permission,
    from: Object.keys(PROPOSAL_STATES) as ProposalState[],
    to: null,
  },
};

export const PROPOSAL: RecordKind<ProposalRow, ProposalState, ProposalVerb> = {
  type: "Proposal",
  table: PROPOSALS,
  path: ["input", "proposalId"],
  states: PROPOSAL_STATES,
  initial: "OPEN",
  stateOf: proposalState,
  steps,
};

export function proposalState({
  answeredOn,
  redo,
  satisfaction,
}: Pick<ProposalRow, "answeredOn" | "redo" | "satisfaction">): ProposalState {
  if (answeredOn === null) return redo ? "REDO" : "OPEN";
  return satisfaction === null ? "ANSWERED" : "RATED";
}
