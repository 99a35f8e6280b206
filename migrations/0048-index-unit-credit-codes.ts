import { addIndex } from "../src/platform/db/index.js";

export const indexUnitCreditCodes = addIndex(48, "IndexUnitCreditCodes", {
  table: "units",
  name: "units_credit_code",
  columns: ["credit_code"],
  unique: true,
});
