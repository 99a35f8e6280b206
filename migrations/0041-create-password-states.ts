import { migration } from "../src/platform/db/index.js";

export const createPasswordStates = migration(
  41,
  "CreatePasswordStates",
  (t) => `create table if not exists password_states (
  user_id ${t.id} primary key,
  unit_id ${t.id} not null,
  set_at ${t.instant} not null,
  provisional ${t.bool} not null,
  former ${t.text} not null,
  foreign key (unit_id) references units (id),
  foreign key (user_id) references users (id)
) ${t.tail}`,
);
