export { statisticsResolvers } from "./ledger-statistics.resolver.js";
export { ReportStatisticsResolver } from "./reports/report-statistics.resolver.js";
export { LedgerSizes } from "./ledger-sizes.js";
