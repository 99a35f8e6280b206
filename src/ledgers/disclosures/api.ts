import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import { DisclosureWhereInput } from "./disclosure-statistics.types.js";
import { DISCLOSURE_NODES, disclosureResolvers } from "./disclosure.resolver.js";
import { DISCLOSURE_DATA } from "./disclosure.statistics.js";
import { DisclosureType } from "./disclosure.types.js";

export const DISCLOSURE_API: LedgerApi = {
  name: "disclosures",
  type: DisclosureType,
  nodes: DISCLOSURE_NODES,
  resolvers: disclosureResolvers,
  question: question(DISCLOSURE_DATA, DisclosureWhereInput, {
    name: "Disclosure",
    subject: text("主动公开", "disclosures"),
    description: "主动公开统计，只计现已公开的 · Any question about what is published",
  }),
};
export { bitOf, type Channel, CHANNEL_NAMES } from "./channels.js";
export { importDisclosures } from "./steps/draft.js";
export { publishDisclosures, repealDocument } from "./steps/publish.js";
export { reviewDisclosures } from "./steps/review.js";
export { saveCatalogueItem } from "./steps/catalogue.js";
export { DISCLOSURE_CATALOGUE, DisclosureRow, DOCUMENT_KINDS } from "./disclosure.entity.js";
