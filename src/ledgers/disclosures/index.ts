export { disclosureFacts } from "./disclosure-activity.js";
export { DISCLOSURES } from "./disclosure.entity.js";
export { DOCUMENT_FEED } from "./disclosure.feed.js";
export { DISCLOSURE_LEDGER } from "./ledger.js";
