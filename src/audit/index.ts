export { auditTexts, remarksOf } from "./audit.js";
export type { Breakdown } from "./breakdowns.js";
export { figurePrintsOf, figureRunsOf, sharedFigures } from "./figure-runs.js";
export { excerptOfFact, factsOf } from "./facts.js";
export {
  FEWEST_PRINTS,
  fingerprintsOf,
  likestStretch,
  packPrints,
  type SharedPassage,
  sharedPassages,
  shareIn,
  unpackPrints,
} from "./likeness.js";
export { readNumber, SMALL_NUMBER, YEAR_NUMBER } from "./numerals.js";
export {
  type Excerpt,
  lengthOf,
  type Passage,
  passageOf,
  plain,
  type Replacement,
  type Sections,
} from "./passage.js";
export { type Audit, type AuditInput, nameHash, readAll, type Remark } from "./remark.js";
export { statedIn } from "./stated.js";
export type { Statement } from "./statements.js";
