import { migration } from "../src/platform/db/index.js";

/** Without references: a key is erased by itself, and the entries that it was for stay. */
export const createHistoryKeys = migration(
  91,
  "CreateHistoryKeys",
  (t) => `create table if not exists history_keys (
  subject_id ${t.id} primary key,
  unit_id ${t.id} not null,
  sealed ${t.bytes} not null
) ${t.tail}`,
);
