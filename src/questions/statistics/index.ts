export { LedgerSizes } from "./ledger-sizes.js";
