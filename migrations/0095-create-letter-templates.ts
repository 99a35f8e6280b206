import { migration } from "../src/platform/db/index.js";

export const createLetterTemplates = migration(
  95,
  "CreateLetterTemplates",
  (t) => `create table if not exists letter_templates (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  kind ${t.key(32)} not null,
  sha256 ${t.key(64)} not null,
  content ${t.bytes} not null,
  changed_at ${t.instant} not null,
  unique (unit_id, kind),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
