import { migration } from "../src/platform/db/index.js";

// A version is never changed: whoever runs one by its number gets the same question for ever.
export const createSavedQueryVersions = migration(
  29,
  "CreateSavedQueryVersions",
  (t) => `create table if not exists saved_query_versions (
  id ${t.id} primary key,
  unit_id ${t.id} not null,
  query_id ${t.id} not null,
  number ${t.int} not null,
  document ${t.text} not null,
  variables ${t.text} not null,
  cost ${t.int} not null,
  author ${t.string(120)} not null,
  created_at ${t.instant} not null,
  unique (query_id, number),
  foreign key (query_id, unit_id) references saved_queries (id, unit_id)
) ${t.tail}`,
);
