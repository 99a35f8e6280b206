export { DateRange, TallyType } from "./ledger.types.js";
