export { comparedUnits, MAX_UNITS, notFoundAt, refuseTooMany, topUnit } from "./compared-units.js";
export { readIndicator, readIndicators, readYears } from "./comparison-request.js";
export { presentCoverage } from "./comparison.presenter.js";
export { coverageNotes } from "./coverage-notes.js";
export { type Coverage, coverageOf } from "./coverage.js";
export {
  type FiledVersion,
  filedVersions,
  type Newest,
  type PackedVersion,
  packedVersions,
} from "./newest-version.read-model.js";
export { ascending } from "./statistics.js";
export { type IndicatorFigures, YearFigures } from "./year-figures.js";
