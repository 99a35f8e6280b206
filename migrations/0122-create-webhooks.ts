import { migration } from "../src/platform/db/index.js";

export const createWebhooks = migration(
  122,
  "CreateWebhooks",
  (t) => `create table if not exists webhooks (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  url ${t.string(500)} not null,
  kinds ${t.text} not null,
  secret ${t.bytes} not null,
  through ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
