import { migration } from "../src/platform/db/index.js";

export const createStagings = migration(
  100,
  "CreateStagings",
  (t) => `create table if not exists stagings (
  id ${t.id} primary key,
  created_at ${t.instant} not null
) ${t.tail}`,
);
