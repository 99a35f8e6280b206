import { migration } from "../src/platform/db/index.js";

// Marks are only added and deleted, and none is unique: whoever marks never waits for another who does.
export const createRecheckMarks = migration(
  56,
  "CreateRecheckMarks",
  (t) => `create table if not exists recheck_marks (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  below ${t.bool} not null,
  from_year ${t.int} not null,
  to_year ${t.int} not null,
  scope ${t.key(10)} not null,
  after_id ${t.key(16)} not null,
  marked_at ${t.instant} not null,
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
