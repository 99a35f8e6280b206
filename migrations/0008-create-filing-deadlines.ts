import { migration } from "../src/platform/db/index.js";

export const createFilingDeadlines = migration(
  8,
  "CreateFilingDeadlines",
  (t) => `create table if not exists filing_deadlines (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  year ${t.int} not null,
  due_on ${t.date} not null,
  unique (unit_id, year),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
