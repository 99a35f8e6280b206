import { migration } from "../src/platform/db/index.js";

export const createIdempotencyKeys = migration(
  7,
  "CreateIdempotencyKeys",
  (t) => `create table if not exists idempotency_keys (
  id ${t.key(64)} primary key,
  request_hash ${t.key(64)} not null,
  answer ${t.text} null,
  created_at ${t.instant} not null
) ${t.tail}`,
);
