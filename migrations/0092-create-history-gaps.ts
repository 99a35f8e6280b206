import { migration } from "../src/platform/db/index.js";

/** Where entries past their retention stood in a unit's history. */
export const createHistoryGaps = migration(
  92,
  "CreateHistoryGaps",
  (t) => `create table if not exists history_gaps (
  unit_id ${t.id} not null,
  from_seq ${t.int} not null,
  through_seq ${t.int} not null,
  previous ${t.key(64)} not null,
  hash ${t.key(64)} not null,
  primary key (unit_id, from_seq)
) ${t.tail}`,
);
