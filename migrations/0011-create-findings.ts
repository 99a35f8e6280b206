import { migration } from "../src/platform/db/index.js";

export const createFindings = migration(
  11,
  "CreateFindings",
  (t) => `create table if not exists findings (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  report_id ${t.id} not null,
  rule ${t.key(40)} not null,
  fingerprint ${t.key(160)} not null,
  severity ${t.key(8)} not null,
  status ${t.key(16)} not null,
  fault ${t.text} not null,
  explanation ${t.text} null,
  position ${t.int} not null,
  unique (report_id, fingerprint),
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
