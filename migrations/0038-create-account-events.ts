import { migration } from "../src/platform/db/index.js";

export const createAccountEvents = migration(
  38,
  "CreateAccountEvents",
  (t) => `create table if not exists account_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  at ${t.instant} not null,
  kind ${t.key(30)} not null,
  actor_id ${t.id} null,
  actor ${t.string(80)} null,
  user_id ${t.id} null,
  login ${t.key(80)} null,
  role ${t.key(16)} null,
  place_id ${t.id} null,
  detail ${t.text} null,
  address ${t.key(64)} null,
  unique (unit_id, at, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
