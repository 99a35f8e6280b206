import { addColumn } from "../src/platform/db/index.js";

// 统一社会信用代码.
export const addUnitCreditCode = addColumn(47, "AddUnitCreditCode", {
  table: "units",
  column: "credit_code",
  type: (t) => `${t.key(18)} null`,
});
