export { BoardResolver, FilingResolver } from "./board.resolver.js";
export { ComparisonResolver } from "./comparison.resolver.js";
export { CoverageType } from "./comparison.types.js";
