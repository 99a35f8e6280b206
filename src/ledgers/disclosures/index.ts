export { catalogueCategories } from "./catalogue.read-model.js";
export { bitOf, type Channel, CHANNEL_NAMES, CHANNELS, decodeChannels } from "./channels.js";
export { importDisclosures } from "./commands/import-disclosures.js";
export { publishDisclosures } from "./commands/publish-disclosures.js";
export { repealDocument } from "./commands/repeal-document.js";
export { reviewDisclosures } from "./commands/review-disclosures.js";
export { saveCatalogueItem } from "./commands/save-catalogue-item.js";
export { disclosureActivity, disclosureFacts } from "./disclosure-activity.js";
export {
  DISCLOSURE_CATALOGUE,
  DISCLOSURE_EVENTS,
  DisclosureRow,
  DISCLOSURES,
  type DocumentKind,
} from "./disclosure.entity.js";
export { DOCUMENT_FEED } from "./disclosure.feed.js";
