import { expect, it } from "vitest";
import { legalSteps } from "../../records/index.js";
import { PROPOSAL_STEPS, PROPOSAL_WORKFLOW, proposalState } from "./proposal.workflow.js";

const open = (state: "OPEN" | "REDO" | "ANSWERED" | "RATED"): string[] =>
  legalSteps(PROPOSAL_WORKFLOW, state, PROPOSAL_STEPS).map(({ mutation }) => mutation);

it("tells the mutations that are open, each once", () => {
  expect(open("OPEN")).toEqual(["answerProposal", "amendProposal"]);
  expect(open("REDO")).toEqual(["answerProposal", "amendProposal"]);
  expect(open("ANSWERED")).toEqual([
    "answerProposal",
    "rateProposal",
    "publishProposalAnswer",
    "amendProposal",
  ]);
  expect(open("RATED")).toEqual(["rateProposal", "publishProposalAnswer", "amendProposal"]);
});

it.each([
  [{ answeredOn: null, redo: false, satisfaction: null }, "OPEN"],
  [{ answeredOn: null, redo: true, satisfaction: "DISSATISFIED" }, "REDO"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: null }, "ANSWERED"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: "SATISFIED" }, "RATED"],
] as const)("reads the state of %o", (proposal, state) => {
  expect(proposalState(proposal)).toBe(state);
});
