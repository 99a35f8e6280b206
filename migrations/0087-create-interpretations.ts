import { migration } from "../src/platform/db/index.js";

export const createInterpretations = migration(
  87,
  "CreateInterpretations",
  (t) => `create table if not exists interpretations (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  document_title ${t.string(300)} not null,
  document_number ${t.string(100)} null,
  document_key ${t.string(1200)} not null,
  document_class ${t.key(16)} not null,
  wide_effect ${t.bool} not null,
  document_published_on ${t.date} not null,
  document_link ${t.string(500)} null,
  due_on ${t.date} null,
  form ${t.key(20)} not null,
  title ${t.string(300)} null,
  author_unit ${t.string(100)} null,
  interpreter ${t.string(50)} null,
  contact ${t.string(100)} null,
  signed_off_by ${t.string(50)} null,
  published_on ${t.date} null,
  address ${t.string(500)} null,
  channel ${t.string(100)} null,
  voided ${t.bool} not null,
  revision ${t.int} not null,
  created_at ${t.instant} not null,
  unique (id, unit_id),
  unique (unit_id, document_published_on, id),
  foreign key (unit_id) references units (id)
) ${t.tail}`,
);
