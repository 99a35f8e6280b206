export {
  DEFAULT_SETTINGS,
  type CheckInput,
  type Excerpt,
  type Fault,
  type FaultDetail,
  type Place,
  type PreviousReport,
  type Rule,
  type RollUpFacts,
  type RuleSettings,
  type Severity,
} from "./rule.js";
export type { LedgerFacts } from "./ledger-facts.js";
export { checkReport } from "./engine.js";
export { faultMessage } from "./messages.js";
export type { StoredFault } from "./linear.message.js";
export { RULES, ruleByCode } from "./rules.data.js";
