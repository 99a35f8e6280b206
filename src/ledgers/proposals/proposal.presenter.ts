import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { ProposalRow } from "./proposal.entity.js";
import { PROPOSAL } from "./proposal.js";
import type { ProposalType } from "./proposal.types.js";

export const presentProposal = (row: ProposalRow): ProposalType => ({
  __typename: "Proposal",
  row,
  id: toGlobalId("Proposal", row.id),
  kind: row.kind,
  level: row.level,
  role: row.role,
  session: row.session,
  number: row.number,
  title: row.title,
  assignedOn: row.assignedOn,
  dueOn: row.dueOn,
  answeredOn: row.answeredOn,
  answerNumber: row.answerNumber,
  resultClass: row.resultClass,
  satisfaction: row.satisfaction,
  // A list's rows come as the database has them: 0 and 1.
  broad: Boolean(row.broad),
  published: Boolean(row.published),
  redo: Boolean(row.redo),
  state: PROPOSAL.stateOf(row),
  revision: row.revision,
});
