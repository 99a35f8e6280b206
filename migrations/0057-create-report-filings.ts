import { migration } from "../src/platform/db/index.js";

// How a report that was submitted kept its dates: a return's date must not make a late report one in time.
export const createReportFilings = migration(
  57,
  "CreateReportFilings",
  (t) => `create table if not exists report_filings (
  report_id ${t.id} primary key,
  unit_id ${t.id} not null,
  first_due_on ${t.date} not null,
  resubmit_by ${t.date} null,
  missed_due_on ${t.date} null,
  missed_on ${t.date} null,
  first_published_at ${t.instant} null,
  under_correction ${t.bool} not null,
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
