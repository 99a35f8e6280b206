import { migration } from "../src/platform/db/index.js";

export const dropRemedyEvents = migration(84, "DropRemedyEvents", () => "drop table if exists remedy_events");
