import { migration } from "../src/platform/db/index.js";

export const createKnownPlaces = migration(
  40,
  "CreateKnownPlaces",
  (t) => `create table if not exists known_places (
  id ${t.key(64)} primary key,
  account ${t.key(64)} not null,
  seen_at ${t.instant} not null
) ${t.tail}`,
);
