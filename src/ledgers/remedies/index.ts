export { concludeRemedy, type ConcludeRemedy } from "./steps/conclude.js";
export { lodgeRemedy, type LodgeRemedy } from "./steps/lodge.js";
export { contestedDates } from "./contested-dates.js";
export { REMEDY_LEDGER } from "./ledger.js";
export { REMEDIES, RemedyRow } from "./remedy.entity.js";
export { REMEDY_FEED } from "./remedy.feed.js";
export { remedyChain } from "./remedy.read-model.js";
