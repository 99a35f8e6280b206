export { presentAnswer } from "./answer.presenter.js";
export type { Answer, AnswerMeasure, AnswerRow } from "./answer.js";
export type { Arrangement, Having, Order } from "./arrange.js";
export { PICKED_BELOW } from "./cell-keys.js";
export type { Counted } from "./describe-measure.js";
export {
  type Axis,
  type Columns,
  comparePlaces,
  type Filter,
  type Group,
  type Grouped,
  groupedInTurns,
  identityOf,
  type Key,
  type Tallied,
  type TalliedValue,
  type Value,
} from "./grouping.js";
export type { Measure, MeasuredField, MeasureFunction } from "./measure.js";
export { countOf } from "./rounded.js";
export { type Protection, statisticsAnswer } from "./statistics-answer.js";
