import { migration } from "../src/platform/db/index.js";

// The calendar and the conventions by which cases were reckoned when they were decided; few, whatever the number of cases.
export const createReckoningTerms = migration(
  53,
  "CreateReckoningTerms",
  (t) => `create table if not exists reckoning_terms (
  id ${t.id} primary key,
  body ${t.text} not null,
  created_at ${t.instant} not null
) ${t.tail}`,
);
