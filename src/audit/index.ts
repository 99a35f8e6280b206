export { auditTexts, remarksOf } from "./audit.js";
export type { Breakdown } from "./breakdowns.js";
export { excerptOfFact, factsOf } from "./facts.js";
export { readNumber, SMALL_NUMBER, YEAR_NUMBER } from "./numerals.js";
export { type Excerpt, lengthOf, type Passage, passageOf, plain, type Sections } from "./passage.js";
export { type Audit, type AuditInput, readAll, type Remark } from "./remark.js";
export type { Statement } from "./statements.js";
