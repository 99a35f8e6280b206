export { concludeRemedy, type ConcludeRemedy } from "./commands/conclude-remedy.js";
export { lodgeRemedy, type LodgeRemedy } from "./commands/lodge-remedy.js";
export { contestedDates } from "./contested-dates.js";
export { openFiles } from "./hand-over.store.js";
export { REMEDIES, REMEDY_EVENTS, RemedyRow } from "./remedy.entity.js";
export { REMEDY_FEED } from "./remedy.feed.js";
export { remedyActivity } from "./remedy.loader.js";
export { remedyChain } from "./remedy.read-model.js";
export { REMEDY_ROUTES, REMEDY_RULINGS, type RemedyRoute, type RemedyRuling } from "./remedy.terms.js";
