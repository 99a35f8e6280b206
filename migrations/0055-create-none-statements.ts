import { migration } from "../src/platform/db/index.js";

// ended_at is '' while a statement stands: neither database lets two of one part and year stand at once.
export const createNoneStatements = migration(
  55,
  "CreateNoneStatements",
  (t) => `create table if not exists none_statements (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  part ${t.key(40)} not null,
  year ${t.int} not null,
  stated_by ${t.string(120)} not null,
  stated_on ${t.date} not null,
  entered_by ${t.string(120)} not null,
  entered_at ${t.instant} not null,
  ended_at ${t.key(24)} not null,
  ended_by ${t.string(120)},
  unique (unit_id, year, part, ended_at),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
