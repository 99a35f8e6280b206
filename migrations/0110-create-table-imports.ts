import { migration } from "../src/platform/db/index.js";

/** Files brought into a ledger, at once or by work in the background; `sheet` is what is left to read, sealed. */
export const createTableImports = migration(
  110,
  "CreateTableImports",
  (t) => `create table if not exists table_imports (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  kind ${t.key(24)} not null,
  user_id ${t.id} not null,
  user_name ${t.string(120)} not null,
  file_name ${t.string(200)} not null,
  bytes ${t.int} not null,
  sha256 ${t.key(64)} not null,
  preview ${t.bool} not null,
  state ${t.key(16)} not null,
  ending ${t.key(16)} null,
  rows_read ${t.int} not null,
  rows_written ${t.int} not null,
  since_year ${t.int} null,
  row_count ${t.int} null,
  problem_count ${t.int} not null,
  problems ${t.text} null,
  sheet ${t.text} null,
  worker ${t.key(16)} null,
  leased_until ${t.instant} null,
  attempts ${t.int} not null,
  created_at ${t.instant} not null,
  ended_at ${t.instant} null,
  unique (unit_id, created_at, id),
  unique (ended_at, id),
  foreign key (unit_id) references units (id),
  foreign key (user_id) references users (id)
) ${t.tail}`,
);
