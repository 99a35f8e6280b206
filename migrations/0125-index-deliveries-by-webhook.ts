import { addIndex } from "../src/platform/db/index.js";

export const indexDeliveriesByWebhook = addIndex(125, "IndexDeliveriesByWebhook", {
  table: "webhook_deliveries",
  name: "webhook_deliveries_by_webhook",
  columns: ["webhook_id", "created_at"],
});
