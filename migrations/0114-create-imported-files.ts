import { migration } from "../src/platform/db/index.js";

export const createImportedFiles = migration(
  114,
  "CreateImportedFiles",
  (t) => `create table if not exists imported_files (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  report_id ${t.id} not null,
  sha256 ${t.key(64)} not null,
  name ${t.string(200)} not null,
  bytes ${t.int} not null,
  imported_at ${t.instant} not null,
  erased_at ${t.instant} null,
  unique (report_id, sha256),
  unique (unit_id, sha256, id),
  unique (id, unit_id),
  foreign key (report_id, unit_id) references reports (id, unit_id)
) ${t.tail}`,
);
