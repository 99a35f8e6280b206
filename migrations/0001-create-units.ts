import { migration } from "../src/platform/db/index.js";

export const createUnits = migration(
  1,
  "CreateUnits",
  (t) => `create table if not exists units (
  id ${t.id} primary key,
  code ${t.key(40)} not null unique,
  name ${t.string(120)} not null,
  short_name ${t.string(60)} not null,
  aliases ${t.text} not null,
  search_text ${t.text} not null,
  kind ${t.key(16)} not null,
  parent_id ${t.id} null,
  path ${t.key(160)} not null unique,
  files_report ${t.bool} not null,
  established_on ${t.date} null,
  dissolved_on ${t.date} null,
  successor_id ${t.id} null,
  revision ${t.int} not null,
  unique (id, path),
  foreign key (parent_id) references units (id),
  foreign key (successor_id) references units (id)
) ${t.tail}`,
);
