import { migration } from "../src/platform/db/index.js";

/** No foreign key: what was done stays on record, whatever becomes of its subject, its unit or who did it. */
export const createHistory = migration(
  75,
  "CreateHistory",
  (t) => `create table if not exists history (
  unit_id ${t.id} not null,
  seq ${t.int} not null,
  at ${t.instant} not null,
  on_date ${t.date} not null,
  actor_id ${t.key(24)} null,
  actor ${t.string(120)} null,
  role ${t.key(80)} null,
  operation ${t.key(32)} not null,
  readers ${t.key(10)} not null,
  subject_type ${t.key(24)} not null,
  subject_id ${t.key(64)} null,
  revision ${t.int} null,
  changes ${t.text} null,
  reason ${t.text} null,
  details ${t.text} null,
  request_id ${t.key(64)} null,
  copy_of ${t.key(40)} null,
  algorithm ${t.key(8)} not null,
  previous ${t.key(64)} not null,
  hash ${t.key(64)} not null,
  primary key (unit_id, seq)
) ${t.tail}`,
);
