import { migration } from "../src/platform/db/index.js";

export const createSessions = migration(
  5,
  "CreateSessions",
  (t) => `create table if not exists sessions (
  id ${t.id} primary key,
  user_id ${t.id} not null,
  created_at ${t.instant} not null,
  expires_at ${t.instant} not null,
  revoked_at ${t.instant} null,
  foreign key (user_id) references users (id)
) ${t.tail}`,
);
