import { addColumn } from "../src/platform/db/index.js";

export const addAccountOfSignInThrottle = addColumn(39, "AddAccountOfSignInThrottle", {
  table: "sign_in_throttles",
  column: "account",
  type: (t) => `${t.key(64)} null`,
});
