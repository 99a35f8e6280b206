import { migration } from "../src/platform/db/index.js";

export const createDisclosureEvents = migration(
  17,
  "CreateDisclosureEvents",
  (t) => `create table if not exists disclosure_events (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  disclosure_id ${t.id} not null,
  revision ${t.int} not null,
  at ${t.instant} not null,
  actor_id ${t.id} not null,
  actor ${t.string(120)} not null,
  action ${t.key(32)} not null,
  note ${t.text} null,
  unique (disclosure_id, revision),
  foreign key (disclosure_id, unit_id) references disclosures (id, unit_id)
) ${t.tail}`,
);
