export { importDisclosures } from "./commands/import-disclosures.js";
export { publishDisclosures } from "./commands/publish-disclosures.js";
export { repealDocument } from "./commands/repeal-document.js";
export { reviewDisclosures } from "./commands/review-disclosures.js";
export { saveCatalogueItem } from "./commands/save-catalogue-item.js";
export { catalogueCategories } from "./catalogue.read-model.js";
export { bitOf, CHANNEL_NAMES, CHANNELS, decodeChannels, type Channel } from "./channels.js";
export { disclosureActivity, disclosureFacts } from "./disclosure-activity.js";
export { DisclosureActivityType } from "./disclosure-activity.types.js";
export {
  DISCLOSURE_CATALOGUE,
  DISCLOSURE_EVENTS,
  DISCLOSURES,
  type DocumentKind,
} from "./disclosure.entity.js";
export { DOCUMENT_FEED } from "./disclosure.feed.js";
export { DISCLOSURE_NODES } from "./disclosure.nodes.js";
export { disclosureResolvers } from "./disclosure-resolvers.js";
export { ChannelEnum, DisclosureType, DocumentKindEnum } from "./disclosure.types.js";
