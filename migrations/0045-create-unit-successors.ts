import { migration } from "../src/platform/db/index.js";

// What took the place of a dissolved unit; the one that its open business went to is `units.successor_id`.
export const createUnitSuccessors = migration(
  45,
  "CreateUnitSuccessors",
  (t) => `create table if not exists unit_successors (
  unit_id ${t.id} not null,
  successor_id ${t.id} not null,
  position ${t.int} not null,
  primary key (unit_id, successor_id),
  foreign key (unit_id) references units (id),
  foreign key (successor_id) references units (id)
) ${t.tail}`,
);
