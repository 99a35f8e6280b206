export { recordSupply } from "./commands/record-supply.js";
export { signOffSupply } from "./commands/sign-off-supply.js";
export { SUPPLIED_COUNTS, SupplyRow } from "./supply.entity.js";
export { SUPPLY_FEED } from "./supply.feed.js";
export { SUPPLY_LEDGER } from "./ledger.js";
