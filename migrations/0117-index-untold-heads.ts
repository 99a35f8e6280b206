import { addIndex } from "../src/platform/db/index.js";

export const indexUntoldHeads = addIndex(117, "IndexUntoldHeads", {
  table: "history_heads",
  name: "history_heads_untold",
  columns: ["untold", "unit_id"],
});
