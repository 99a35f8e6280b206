import { addColumn } from "../src/platform/db/index.js";

export const addRequestNumberKey = addColumn(63, "AddRequestNumberKey", {
  table: "information_requests",
  column: "number_key",
  type: (t) => `${t.string(280)} null`,
});
