import { migration } from "../src/platform/db/index.js";

// Whether two names are the same is not left to the collation of a server: the command compares them.
export const createPeerGroups = migration(
  31,
  "CreatePeerGroups",
  (t) => `create table if not exists peer_groups (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  name ${t.string(120)} not null,
  members ${t.text} not null,
  revision ${t.int} not null,
  changed_at ${t.instant} not null,
  changed_by ${t.string(120)} not null,
  unique (unit_id, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
