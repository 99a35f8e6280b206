import { migration } from "../src/platform/db/index.js";

export const createVersionDifferences = migration(
  25,
  "CreateVersionDifferences",
  (t) => `create table if not exists version_differences (
  version_id ${t.id} primary key,
  unit_id ${t.id} not null,
  differences ${t.text} not null,
  foreign key (version_id, unit_id) references report_versions (id, unit_id)
) ${t.tail}`,
);
