import { migration } from "../src/platform/db/index.js";

// The two keys that begin with the unit are the indexes that lists and counts read.
export const createDisclosures = migration(
  16,
  "CreateDisclosures",
  (t) => `create table if not exists disclosures (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  title ${t.string(300)} not null,
  category ${t.string(60)} not null,
  channels ${t.int} not null,
  items ${t.int} not null,
  status ${t.key(16)} not null,
  formed_on ${t.date} not null,
  due_on ${t.date} not null,
  published_on ${t.date} null,
  document_kind ${t.key(24)} null,
  document_number ${t.string(100)} null,
  repealed_on ${t.date} null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, formed_on, id),
  unique (unit_id, published_on, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
