import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import { remedyResolvers } from "./remedy-resolvers.js";
import { RemedyWhereInput } from "./remedy-statistics.types.js";
import { REMEDY_NODES } from "./remedy.nodes.js";
import { REMEDY_DATA } from "./remedy.statistics.js";
import { RemedyType } from "./remedy.types.js";

export const REMEDY_API: LedgerApi = {
  name: "remedies",
  type: RemedyType,
  nodes: REMEDY_NODES,
  resolvers: remedyResolvers,
  question: question(REMEDY_DATA, RemedyWhereInput, {
    name: "Remedy",
    subject: text("复议诉讼", "reviews and suits"),
    description:
      "行政复议、行政诉讼统计；件数过少的单元格对外隐去 · Any question about reviews and suits; cells of few are hidden from outsiders",
  }),
};
export { concludeRemedy, type ConcludeRemedy } from "./steps/conclude.js";
export { lodgeRemedy, type LodgeRemedy } from "./steps/lodge.js";
export { REMEDIES, RemedyRow } from "./remedy.entity.js";
export { REMEDY_ROUTES } from "./remedy.terms.js";
