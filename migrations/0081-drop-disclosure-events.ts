import { migration } from "../src/platform/db/index.js";

export const dropDisclosureEvents = migration(
  81,
  "DropDisclosureEvents",
  () => "drop table if exists disclosure_events",
);
