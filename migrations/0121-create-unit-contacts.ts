import { migration } from "../src/platform/db/index.js";

export const createUnitContacts = migration(
  121,
  "CreateUnitContacts",
  (t) => `create table if not exists unit_contacts (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  contacts ${t.text} not null,
  changed_at ${t.instant} not null,
  unique (unit_id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
