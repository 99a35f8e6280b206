import { migration } from "../src/platform/db/index.js";

export const createVersionFingerprints = migration(
  96,
  "CreateVersionFingerprints",
  (t) => `create table if not exists version_fingerprints (
  version_id ${t.id} primary key,
  unit_id ${t.id} not null,
  texts ${t.bytes} not null,
  figures ${t.bytes} not null,
  foreign key (version_id, unit_id) references report_versions (id, unit_id)
) ${t.tail}`,
);
