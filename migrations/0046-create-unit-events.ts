import { migration } from "../src/platform/db/index.js";

export const createUnitEvents = migration(
  46,
  "CreateUnitEvents",
  (t) => `create table if not exists unit_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  revision ${t.int} not null,
  at ${t.instant} not null,
  on_date ${t.date} not null,
  actor_id ${t.id} null,
  actor ${t.string(120)} not null,
  action ${t.key(24)} not null,
  reason ${t.text} null,
  details ${t.text} not null,
  unique (unit_id, revision),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
