import { migration } from "../src/platform/db/index.js";

// Which units a submitted 本级汇总 is made of, down to the last one: its members' own members are not its rows to read.
export const createVersionCompleteness = migration(
  59,
  "CreateVersionCompleteness",
  (t) => `create table if not exists version_completeness (
  version_id ${t.id} primary key,
  unit_id ${t.id} not null,
  included ${t.int} not null,
  missing ${t.text} not null,
  foreign key (version_id, unit_id) references report_versions (id, unit_id)
) ${t.tail}`,
);
