import { expect, it } from "vitest";
import { openSteps, unreachableStates } from "../../records/workflow.js";
import type { ProposalRow } from "./proposal.entity.js";
import { PROPOSAL, proposalState } from "./proposal.js";

const AS_ENTERED = { answeredOn: null, redo: false, satisfaction: null, published: false, role: "LEAD" };
const ANSWERED = { ...AS_ENTERED, answeredOn: "2025-05-20" };

const open = (proposal: object): string[] =>
  openSteps(PROPOSAL, proposal as ProposalRow).map(({ mutation }) => mutation);

it("leaves each state its mutations, each once, and reaches every state", () => {
  expect(open(AS_ENTERED)).toEqual(["answerProposal", "amendProposal"]);
  expect(open({ ...AS_ENTERED, redo: true })).toEqual(["answerProposal", "amendProposal"]);
  expect(open(ANSWERED)).toEqual([
    "answerProposal",
    "rateProposal",
    "publishProposalAnswer",
    "amendProposal",
  ]);
  expect(open({ ...ANSWERED, satisfaction: "SATISFIED" })).toEqual([
    "rateProposal",
    "publishProposalAnswer",
    "amendProposal",
  ]);
  expect(unreachableStates(PROPOSAL)).toEqual([]);
});

it("rates no co-organizer, and publishes an answer once", () => {
  expect(open({ ...ANSWERED, role: "CO_ORGANIZER" })).not.toContain("rateProposal");
  expect(open({ ...ANSWERED, published: true })).not.toContain("publishProposalAnswer");
});

it.each([
  [{ answeredOn: null, redo: false, satisfaction: null }, "OPEN"],
  [{ answeredOn: null, redo: true, satisfaction: "DISSATISFIED" }, "REDO"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: null }, "ANSWERED"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: "SATISFIED" }, "RATED"],
] as const)("reads the state of %o", (proposal, state) => {
  expect(proposalState(proposal)).toBe(state);
});
