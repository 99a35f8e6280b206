import { migration } from "../src/platform/db/index.js";

export const createRequestEvents = migration(
  20,
  "CreateRequestEvents",
  (t) => `create table if not exists request_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  request_id ${t.id} not null,
  revision ${t.int} not null,
  at ${t.instant} not null,
  on_date ${t.date} not null,
  actor_id ${t.id} not null,
  actor ${t.string(120)} not null,
  action ${t.key(32)} not null,
  note ${t.text} null,
  details ${t.text} not null,
  unique (request_id, revision),
  foreign key (request_id, unit_id) references information_requests (id, unit_id)
) ${t.tail}`,
);
