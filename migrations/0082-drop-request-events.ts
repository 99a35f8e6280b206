import { migration } from "../src/platform/db/index.js";

export const dropRequestEvents = migration(
  82,
  "DropRequestEvents",
  () => "drop table if exists request_events",
);
