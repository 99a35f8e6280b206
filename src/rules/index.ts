export { checkReport } from "./engine.js";
export type { LedgerFacts } from "./ledger-facts.js";
export { faultMessage } from "./messages.js";
export {
  type CheckInput,
  type Fault,
  type LikenessFacts,
  type PreviousReport,
  type Prints,
  type RollUpFacts,
  type Rule,
  type Severity,
} from "./rule.js";
export { ruleByCode, RULES } from "./rules.data.js";
