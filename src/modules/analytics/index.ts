export { LedgerStatisticsResolver } from "./ledgers/ledger-statistics.resolver.js";
export { ReportStatisticsResolver } from "./reports/report-statistics.resolver.js";
export { RollUpsResolver } from "./roll-ups/roll-ups.resolver.js";
export { LedgerSizes } from "./ledgers/ledger-sizes.js";
