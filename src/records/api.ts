export {
  ActivityType,
  DateRange,
  type LedgerApi,
  type LedgerQuestion,
  question,
  TallyType,
} from "./ledger.types.js";
