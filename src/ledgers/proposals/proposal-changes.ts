import type { AmendProposal } from "./commands/amend-proposal.js";
import type { AmendProposalInput } from "./proposal-input.types.js";

/** What the input asks to change: null removes what may be empty, and is as if left out elsewhere. */
export const changesIn = (input: AmendProposalInput): AmendProposal["changes"] => ({
  ...(input.title == null ? {} : { title: input.title }),
  ...(input.number == null ? {} : { number: input.number }),
  ...(input.session === undefined ? {} : { session: input.session }),
  ...(input.level == null ? {} : { level: input.level }),
  ...(input.broad == null ? {} : { broad: input.broad }),
  ...(input.assignedOn == null ? {} : { assignedOn: input.assignedOn }),
  ...(input.dueOn == null ? {} : { dueOn: input.dueOn }),
  ...(input.answerNumber === undefined ? {} : { answerNumber: input.answerNumber }),
  ...(input.resultClass == null ? {} : { resultClass: input.resultClass }),
});
