export { contestedDates } from "./contested-dates.js";
export { REMEDY_LEDGER } from "./ledger.js";
export { REMEDY_FEED } from "./remedy.feed.js";
export { remedyChain } from "./remedy.read-model.js";
