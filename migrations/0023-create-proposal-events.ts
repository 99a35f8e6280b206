import { migration } from "../src/platform/db/index.js";

export const createProposalEvents = migration(
  23,
  "CreateProposalEvents",
  (t) => `create table if not exists proposal_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  proposal_id ${t.id} not null,
  revision ${t.int} not null,
  at ${t.instant} not null,
  on_date ${t.date} not null,
  actor_id ${t.id} not null,
  actor ${t.string(120)} not null,
  action ${t.key(32)} not null,
  note ${t.text} null,
  unique (proposal_id, revision),
  foreign key (proposal_id, unit_id) references proposals (id, unit_id)
) ${t.tail}`,
);
