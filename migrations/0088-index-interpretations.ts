import { addIndex } from "../src/platform/db/index.js";

export const indexInterpretations = addIndex(88, "IndexInterpretations", {
  table: "interpretations",
  name: "interpretations_published",
  columns: ["unit_id", "published_on", "form"],
});
