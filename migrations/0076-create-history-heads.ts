import { migration } from "../src/platform/db/index.js";

export const createHistoryHeads = migration(
  76,
  "CreateHistoryHeads",
  (t) => `create table if not exists history_heads (
  unit_id ${t.id} primary key,
  seq ${t.int} not null
) ${t.tail}`,
);
