export {
  anyIndicator,
  formatByCode,
  formatOf,
  formatOfYear,
  FORMATS,
  indicator,
  noIndicator,
} from "./catalog.js";
export { MAX_CELL, readCellValue, showCellValue } from "./values.js";
export { formGrid } from "./form-grids.js";
export { type Grid, type GridCell, type Slot, slotsOf } from "./grid.js";
export { evaluate, type Evaluated } from "./evaluate.js";
export {
  type Cell,
  type CellValues,
  type Figure,
  type Figures,
  type Format,
  type FormIndicator,
  type Indicator,
  type IndicatorSource,
  RATIO,
  type SectionKey,
  type TableKey,
} from "./format.js";
export { TABLE_NAMES } from "./formats.data.js";
export { PRESENTED_FORMATS, presentedIndicators, presentFormatOf, presentIndicator } from "./presenter.js";
export { packStated, STATED, type StatedValues, unpackStated } from "./stated.data.js";
export { pack, unpack } from "./packing.js";
export { APPLICANT_COLUMNS } from "./requests.data.js";
export { presentTable } from "./presenter.js";
export { type Completed, completeTotals } from "./values.js";
