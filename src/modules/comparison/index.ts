export { BoardResolver } from "./board.resolver.js";
export { ComparisonResolver } from "./comparison.resolver.js";
export { readIndicator, readIndicators, readYears } from "./comparison-request.js";
export { comparedUnits, MAX_UNITS, notFoundAt, refuseTooMany, topUnit } from "./compared-units.js";
export { presentCoverage } from "./comparison.presenter.js";
export { CoverageType } from "./comparison.types.js";
export { coverageOf, type Coverage } from "./coverage.js";
export { coverageNotes } from "./coverage-notes.js";
export {
  filedVersions,
  packedVersions,
  type FiledVersion,
  type Newest,
  type PackedVersion,
} from "./newest-version.read-model.js";
export { ascending } from "./statistics.js";
export { YearFigures, type IndicatorFigures } from "./year-figures.js";
