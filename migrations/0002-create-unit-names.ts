import { migration } from "../src/platform/db/index.js";

export const createUnitNames = migration(
  2,
  "CreateUnitNames",
  (t) => `create table if not exists unit_names (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  name ${t.string(120)} not null,
  short_name ${t.string(60)} not null,
  replaced_at ${t.instant} not null,
  replaced_by ${t.id} not null,
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
