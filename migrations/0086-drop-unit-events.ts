import { migration } from "../src/platform/db/index.js";

export const dropUnitEvents = migration(86, "DropUnitEvents", () => "drop table if exists unit_events");
