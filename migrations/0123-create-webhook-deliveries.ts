import { migration } from "../src/platform/db/index.js";

/** A change is told to an endpoint once, however many processes write deliveries. */
export const createWebhookDeliveries = migration(
  123,
  "CreateWebhookDeliveries",
  (t) => `create table if not exists webhook_deliveries (
  id ${t.id} primary key,
  webhook_id ${t.id} not null,
  unit_id ${t.id} not null,
  number ${t.int},
  kind ${t.key(40)} not null,
  body ${t.text} not null,
  state ${t.key(16)} not null,
  attempts ${t.int} not null,
  next_at ${t.instant} not null,
  answered ${t.int},
  failure ${t.key(40)},
  created_at ${t.instant} not null,
  delivered_at ${t.instant},
  unique (webhook_id, number),
  foreign key (webhook_id, unit_id) references webhooks (id, unit_id)
) ${t.tail}`,
);
