import { migration } from "../src/platform/db/index.js";

export const createChangeFeed = migration(
  118,
  "CreateChangeFeed",
  (t) => `create table if not exists change_feed (
  number ${t.int} primary key,
  unit_id ${t.id} not null,
  seq ${t.int} not null,
  kind ${t.key(40)} not null,
  readers ${t.key(16)} not null,
  year ${t.int},
  status ${t.key(16)},
  unique (unit_id, seq)
) ${t.tail}`,
);
