export { RATIO } from "./format.js";
export type {
  Cell,
  CellValues,
  Figure,
  FigureKind,
  Format,
  Indicator,
  Scale,
  SectionKey,
  TableKey,
  TableSection,
  TextSection,
} from "./format.js";
export {
  FORMATS,
  derivedIndicators,
  formatByCode,
  formatIndicators,
  formatOfYear,
  indicator,
  noIndicator,
} from "./catalog.js";
export { TABLE_NAMES } from "./formats.data.js";
export { APPLICANT_COLUMNS } from "./requests.data.js";
export { evaluate, type Evaluated, type Evaluator } from "./evaluate.js";
export { MAX_CELL, readCellValue, showCellValue } from "./cell-value.js";
export { completeTotals, type Completed } from "./totals.js";
export { pack, unpack } from "./packing.js";
