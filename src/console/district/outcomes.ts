import { nameOf } from "../texts";
import { columnAt, type Figures, shortLabel } from "./queries";

/** How requests end, in the order of the form: together all that were concluded. */
export const OUTCOMES = [
  "requests.granted.total",
  "requests.partial.total",
  "requests.denied.total.total",
  "requests.unable.total.total",
  "requests.refused.total.total",
  "requests.other.total.total",
];

/** The parts of a row, or of all rows together, in a year. */
export const outcomeParts = (figures: Figures, year: number, values: (at: number) => number) =>
  OUTCOMES.map((code) => {
    const at = columnAt(figures, code, year);
    const column = figures.columns[at];
    // “三（三）不予公开” stands below its own table here.
    const name = column ? shortLabel(nameOf(column.indicator)).replace(/^三(?=（)/, "") : code;
    return { key: code, name, value: at < 0 ? 0 : values(at) };
  });

/** The sum of a column over all units that have a value. */
export const sumOf = ({ rows }: Figures, at: number): number =>
  rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
