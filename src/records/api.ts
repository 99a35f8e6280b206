export {
  ActivityType,
  DateRange,
  type LedgerApi,
  LedgerPageArgs,
  type LedgerQuestion,
  orderEnum,
  question,
  TallyType,
} from "./ledger.types.js";
export { drawCellKeys } from "./draw-cell-keys.js";
