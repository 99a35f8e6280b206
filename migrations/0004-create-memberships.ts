import { migration } from "../src/platform/db/index.js";

export const createMemberships = migration(
  4,
  "CreateMemberships",
  (t) => `create table if not exists memberships (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  user_id ${t.id} not null,
  role ${t.key(16)} not null,
  unique (user_id, unit_id, role),
  foreign key (unit_id) references units (id),
  foreign key (user_id) references users (id)
) ${t.tail}`,
);
