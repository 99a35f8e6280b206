import { migration } from "../src/platform/db/index.js";

// The primary key is the place that a roll-up reads: all areas of one level in one year, or those below one area.
export const createReportSums = migration(
  30,
  "CreateReportSums",
  (t) => `create table if not exists report_sums (
  stage ${t.key(16)} not null,
  kind ${t.key(16)} not null,
  year ${t.int} not null,
  path ${t.key(160)} not null,
  format ${t.key(8)} not null,
  filed ${t.int} not null,
  cells ${t.bytes} not null,
  primary key (stage, kind, year, path)
) ${t.tail}`,
);
