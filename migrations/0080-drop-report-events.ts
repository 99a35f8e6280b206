import { migration } from "../src/platform/db/index.js";

export const dropReportEvents = migration(80, "DropReportEvents", () => "drop table if exists report_events");
