import { migration } from "../src/platform/db/index.js";

// The primary key is the place that a comparison reads: any subtree in one year is one range of it.
export const createReportVersions = migration(
  12,
  "CreateReportVersions",
  (t) => `create table if not exists report_versions (
  scope ${t.key(8)} not null,
  year ${t.int} not null,
  unit_path ${t.key(160)} not null,
  number ${t.int} not null,
  id ${t.id} not null,
  unit_id ${t.id} not null,
  report_id ${t.id} not null,
  status ${t.key(16)} not null,
  format ${t.key(8)} not null,
  revision ${t.int} not null,
  cells ${t.bytes} not null,
  unit_name ${t.string(120)} not null,
  signed_on ${t.date} null,
  due_on ${t.date} not null,
  first_submitted_at ${t.instant} not null,
  submitted_at ${t.instant} not null,
  published_at ${t.instant} null,
  primary key (scope, year, unit_path, number),
  unique (id, unit_id),
  foreign key (unit_id, unit_path) references units (id, path),
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
