import { migration } from "../src/platform/db/index.js";

export const createUsers = migration(
  3,
  "CreateUsers",
  (t) => `create table if not exists users (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  login ${t.key(80)} not null unique,
  display_name ${t.string(80)} not null,
  password_hash ${t.key(255)} not null,
  disabled_at ${t.instant} null,
  created_at ${t.instant} not null,
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
