import { migration } from "../src/platform/db/index.js";

export const createSuppliedCounts = migration(
  18,
  "CreateSuppliedCounts",
  (t) => `create table if not exists supplied_counts (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  indicator ${t.key(80)} not null,
  supplier ${t.string(120)} not null,
  year ${t.int} not null,
  from_on ${t.date} not null,
  to_on ${t.date} not null,
  quantity ${t.key(40)} not null,
  entered_by ${t.id} not null,
  signed_off_at ${t.instant} null,
  signed_off_by ${t.string(120)} null,
  revocation ${t.text} null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, year, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
