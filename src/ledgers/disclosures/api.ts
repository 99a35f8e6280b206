import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import { disclosureResolvers } from "./disclosure-resolvers.js";
import { DisclosureWhereInput } from "./disclosure-statistics.types.js";
import { DISCLOSURE_NODES } from "./disclosure.nodes.js";
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
export { bitOf, type Channel } from "./channels.js";
export { importDisclosures } from "./commands/import-disclosures.js";
export { publishDisclosures } from "./commands/publish-disclosures.js";
export { repealDocument } from "./commands/repeal-document.js";
export { reviewDisclosures } from "./commands/review-disclosures.js";
export { saveCatalogueItem } from "./commands/save-catalogue-item.js";
export { DISCLOSURE_CATALOGUE, DisclosureRow } from "./disclosure.entity.js";
