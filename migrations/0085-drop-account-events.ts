import { migration } from "../src/platform/db/index.js";

export const dropAccountEvents = migration(
  85,
  "DropAccountEvents",
  () => "drop table if exists account_events",
);
