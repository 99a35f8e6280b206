import { migration } from "../src/platform/db/index.js";

// Which version of each member a 本级汇总 was made from, so that a later correction is seen.
export const createReportRollUps = migration(
  24,
  "CreateReportRollUps",
  (t) => `create table if not exists report_roll_ups (
  report_id ${t.id} primary key,
  unit_id ${t.id} not null,
  derived_at ${t.instant} not null,
  members ${t.text} not null,
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
