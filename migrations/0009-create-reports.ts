import { migration } from "../src/platform/db/index.js";

export const createReports = migration(
  9,
  "CreateReports",
  (t) => `create table if not exists reports (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  year ${t.int} not null,
  scope ${t.key(8)} not null,
  format ${t.key(8)} not null,
  status ${t.key(16)} not null,
  revision ${t.int} not null,
  cells ${t.text} not null,
  sections ${t.text} not null,
  signed_on ${t.date} null,
  due_on ${t.date} not null,
  open_cells ${t.text} null,
  unit_name ${t.string(120)} null,
  tables_changed_on ${t.date} null,
  latest_version ${t.int} not null,
  first_submitted_at ${t.instant} null,
  submitted_at ${t.instant} null,
  published_at ${t.instant} null,
  unique (unit_id, year, scope),
  unique (id, unit_id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
