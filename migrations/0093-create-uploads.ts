import { migration } from "../src/platform/db/index.js";

export const createUploads = migration(
  93,
  "CreateUploads",
  (t) => `create table if not exists uploads (
  id ${t.id} primary key,
  user_id ${t.id} not null,
  name ${t.string(200)} not null,
  bytes ${t.int} not null,
  sha256 ${t.key(64)} not null,
  report ${t.text} not null,
  sheet ${t.text} null,
  created_at ${t.instant} not null,
  unique (user_id, created_at, id),
  foreign key (user_id) references users (id)
) ${t.tail}`,
);
