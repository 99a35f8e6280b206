import { migration } from "../src/platform/db/index.js";

export const createProposals = migration(
  22,
  "CreateProposals",
  (t) => `create table if not exists proposals (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  kind ${t.key(24)} not null,
  level ${t.key(16)} not null,
  role ${t.key(16)} not null,
  session ${t.string(100)} null,
  number ${t.string(60)} not null,
  title ${t.string(300)} not null,
  broad ${t.bool} not null,
  assigned_on ${t.date} not null,
  due_on ${t.date} not null,
  answered_on ${t.date} null,
  answer_number ${t.string(100)} null,
  result_class ${t.string(20)} null,
  satisfaction ${t.key(20)} null,
  published ${t.bool} not null,
  redo ${t.bool} not null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, assigned_on, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
