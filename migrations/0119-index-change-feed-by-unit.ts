import { addIndex } from "../src/platform/db/index.js";

export const indexChangeFeedByUnit = addIndex(119, "IndexChangeFeedByUnit", {
  table: "change_feed",
  name: "change_feed_by_unit",
  columns: ["unit_id", "kind", "number"],
});
