import { text } from "../../kernel/text.js";
import { question, type LedgerApi } from "../../records/api.js";
import { INTERPRETATION_NODES, interpretationResolvers } from "./interpretation.resolver.js";
import { INTERPRETATION_DATA } from "./interpretation.statistics.js";
import { InterpretationType, InterpretationWhereInput } from "./interpretation.types.js";

export const INTERPRETATION_API: LedgerApi = {
  name: "interpretations",
  type: InterpretationType,
  nodes: INTERPRETATION_NODES,
  resolvers: interpretationResolvers,
  question: question(INTERPRETATION_DATA, InterpretationWhereInput, {
    name: "Interpretation",
    subject: text("政策解读", "interpretations"),
    description: "政策解读统计 · Any question about interpretations",
  }),
};
export { INTERPRETATIONS } from "./interpretation.entity.js";
export { type GivenFields, importInterpretations } from "./steps/register.js";
export { DOCUMENT_CLASSES, INTERPRETATION_FORMS } from "./interpretation.terms.js";
