import { addIndex } from "../src/platform/db/index.js";

export const indexDueDeliveries = addIndex(124, "IndexDueDeliveries", {
  table: "webhook_deliveries",
  name: "webhook_deliveries_due",
  columns: ["state", "next_at"],
});
