export { presentAnswer } from "./answer.presenter.js";
export type { Answer, AnswerMeasure, AnswerRow } from "./answer.js";
export type { Arrangement, Having, Order } from "./arrange.js";
export { PICKED_BELOW } from "./cell-keys.js";
export {
  type Axis,
  comparePlaces,
  type Filter,
  type Group,
  type Grouped,
  groupedInTurns,
  identityOf,
  type Tallied,
  type TalliedValue,
} from "./grouping.js";
export type { Measure, MeasureFunction } from "./measure.js";
export { countOf } from "./rounded.js";
export { type Protection, statisticsAnswer } from "./statistics-answer.js";
