export { IndicatorSourceEnum, IndicatorType, ReportFormatType } from "./indicator.types.js";
export { ProactiveTableType, RemedyTableType, RequestTableType } from "./tables.types.js";
export { DERIVED } from "./derived.data.js";
