import { migration } from "../src/platform/db/index.js";

export const createDashboards = migration(
  120,
  "CreateDashboards",
  (t) => `create table if not exists dashboards (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  owner_id ${t.id} not null,
  name ${t.string(120)} not null,
  visibility ${t.key(16)} not null,
  panels ${t.text} not null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, created_at, id),
  foreign key (unit_id) references units (id),
  foreign key (owner_id) references users (id)
) ${t.tail}`,
);
