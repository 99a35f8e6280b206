import { backfill } from "../src/platform/db/index.js";
import { moveEvents } from "./history-of-events.js";

/** The seven tables of events of before become one history. */
export const fillHistory = backfill(79, "FillHistory", moveEvents);
