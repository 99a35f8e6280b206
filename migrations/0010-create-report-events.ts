import { migration } from "../src/platform/db/index.js";

export const createReportEvents = migration(
  10,
  "CreateReportEvents",
  (t) => `create table if not exists report_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  report_id ${t.id} not null,
  at ${t.instant} not null,
  actor_id ${t.id} not null,
  actor ${t.string(80)} not null,
  action ${t.key(24)} not null,
  from_status ${t.key(16)} null,
  to_status ${t.key(16)} null,
  reason ${t.text} null,
  cells ${t.text} not null,
  due_on ${t.date} null,
  revision ${t.int} not null,
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
