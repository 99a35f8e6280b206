import { migration } from "../src/platform/db/index.js";

export const createRemedyEvents = migration(
  27,
  "CreateRemedyEvents",
  (t) => `create table if not exists remedy_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  remedy_id ${t.id} not null,
  revision ${t.int} not null,
  at ${t.instant} not null,
  on_date ${t.date} not null,
  actor_id ${t.id} not null,
  actor ${t.string(120)} not null,
  action ${t.key(32)} not null,
  note ${t.text} null,
  unique (remedy_id, revision),
  foreign key (remedy_id, unit_id) references remedies (id, unit_id)
) ${t.tail}`,
);
