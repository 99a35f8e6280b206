import { expect, it } from "vitest";
import { openSteps, unreachableStates } from "../../records/workflow.js";
import { PROPOSAL, proposalState } from "./proposal.js";

const open = (state: "OPEN" | "REDO" | "ANSWERED" | "RATED"): string[] =>
  openSteps(PROPOSAL, state).map(({ mutation }) => mutation);

it("leaves each state its mutations, each once, and reaches every state", () => {
  expect(open("OPEN")).toEqual(["answerProposal", "amendProposal"]);
  expect(open("REDO")).toEqual(["answerProposal", "amendProposal"]);
  expect(open("ANSWERED")).toEqual([
    "answerProposal",
    "rateProposal",
    "publishProposalAnswer",
    "amendProposal",
  ]);
  expect(open("RATED")).toEqual(["rateProposal", "publishProposalAnswer", "amendProposal"]);
  expect(unreachableStates(PROPOSAL)).toEqual([]);
});

it.each([
  [{ answeredOn: null, redo: false, satisfaction: null }, "OPEN"],
  [{ answeredOn: null, redo: true, satisfaction: "DISSATISFIED" }, "REDO"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: null }, "ANSWERED"],
  [{ answeredOn: "2025-05-20", redo: false, satisfaction: "SATISFIED" }, "RATED"],
] as const)("reads the state of %o", (proposal, state) => {
  expect(proposalState(proposal)).toBe(state);
});
