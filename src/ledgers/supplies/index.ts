export { SUPPLY_FEED } from "./supply.feed.js";
export { SUPPLY_LEDGER } from "./ledger.js";
