import { migration } from "../src/platform/db/index.js";

export const dropProposalEvents = migration(
  83,
  "DropProposalEvents",
  () => "drop table if exists proposal_events",
);
