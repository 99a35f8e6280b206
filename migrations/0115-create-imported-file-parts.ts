import { migration } from "../src/platform/db/index.js";

export const createImportedFileParts = migration(
  115,
  "CreateImportedFileParts",
  (t) => `create table if not exists imported_file_parts (
  file_id ${t.id} not null,
  unit_id ${t.id} not null,
  number ${t.int} not null,
  content ${t.bytes} not null,
  primary key (file_id, number),
  foreign key (file_id, unit_id) references imported_files (id, unit_id)
) ${t.tail}`,
);
