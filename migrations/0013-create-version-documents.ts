import { migration } from "../src/platform/db/index.js";

export const createVersionDocuments = migration(
  13,
  "CreateVersionDocuments",
  (t) => `create table if not exists version_documents (
  version_id ${t.id} primary key,
  unit_id ${t.id} not null,
  sections ${t.text} not null,
  sources ${t.key(400)} not null,
  foreign key (version_id, unit_id) references report_versions (id, unit_id)
) ${t.tail}`,
);
