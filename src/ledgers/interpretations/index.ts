export { INTERPRETATION_LEDGER } from "./ledger.js";
