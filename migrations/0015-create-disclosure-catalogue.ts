import { migration } from "../src/platform/db/index.js";

export const createDisclosureCatalogue = migration(
  15,
  "CreateDisclosureCatalogue",
  (t) => `create table if not exists disclosure_catalogue (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  category ${t.string(60)} not null,
  title ${t.string(200)} not null,
  article ${t.string(120)} not null,
  synonyms ${t.text} not null,
  retired_on ${t.date} null,
  revision ${t.int} not null,
  unique (unit_id, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
