export { DisclosureActivityType } from "./disclosure-activity.types.js";
export { disclosureResolvers } from "./disclosure-resolvers.js";
export { DISCLOSURE_NODES } from "./disclosure.nodes.js";
export { ChannelEnum, DisclosureType, DocumentKindEnum } from "./disclosure.types.js";
