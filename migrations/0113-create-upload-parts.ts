import { migration } from "../src/platform/db/index.js";

/** The bytes of an upload, packed; they go with it. */
export const createUploadParts = migration(
  113,
  "CreateUploadParts",
  (t) => `create table if not exists upload_parts (
  upload_id ${t.id} not null,
  number ${t.int} not null,
  content ${t.bytes} not null,
  primary key (upload_id, number),
  foreign key (upload_id) references uploads (id) on delete cascade
) ${t.tail}`,
);
