import { fillTextKeys as fill } from "./text-keys.js";
import { backfill } from "../src/platform/db/index.js";

export const fillTextKeys = backfill(71, "FillTextKeys", fill);
