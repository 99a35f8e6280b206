import { label } from "../texts";
import { emptyValue, type InputField, type InputValue, inputOf, sendable } from "../ui/fields";
import { reportingYear } from "../viewer";
import { type Asked, DATA_SETS, type DataSet, inputTypeOf, isWhole, named } from "./question";

/** What is chosen so far: the data set, and its input as the form holds it. */
export interface Draft {
  readonly set: DataSet;
  readonly value: InputValue;
}
export type Change = (value: InputValue) => void;

export const nested = (value: InputValue, name: string): InputValue => value[name] as InputValue;
export const listed = (value: InputValue, name: string) => value[name] as readonly string[];
export const rowsOf = (value: InputValue, name: string) => value[name] as readonly InputValue[];
export const some = (fields: readonly InputField[], ...names: readonly string[]) =>
  fields.filter(({ name }) => names.includes(name));
export const but = (fields: readonly InputField[], ...names: readonly string[]) =>
  fields.filter(({ name }) => !names.includes(name));

/** How many there are in each of the last five complete years. */
export function firstDraft(set: DataSet, scope: InputValue): Draft {
  const value = emptyValue(inputOf(inputTypeOf(set)));
  const measures = [{ ...rowsOf(value, "measures")[0]!, function: "COUNT" }];
  const years = [4, 3, 2, 1, 0].map((back) => String(reportingYear() - back));
  const fresh = { ...value, scope, measures, groupBy: ["YEAR"] };
  return { set, value: withYears(set, fresh, years) };
}

export const scopeBelow = (under: string): InputValue => ({
  ...emptyValue(inputOf("StatisticsScopeInput")),
  under,
});

/** A report is of a year; a record has days, and is asked for by those. */
export const yearsOf = (set: DataSet, value: InputValue) =>
  listed(set === "reports" ? value : nested(value, "where"), "years");
export const withYears = (set: DataSet, value: InputValue, years: readonly string[]): InputValue =>
  set === "reports" ? { ...value, years } : { ...value, where: { ...nested(value, "where"), years } };

/** The input as it is sent, each measure with a name; null until it is enough to be asked. */
export function inputFrom({ set, value }: Draft): Record<string, unknown> | null {
  const input = sendable(inputOf(inputTypeOf(set)), value);
  const measures = input["measures"] as Asked[];
  const scope = input["scope"] as { readonly under?: string };
  const whole = scope.under && measures.length > 0 && measures.every(isWhole);
  if (!whole || (set === "reports" && yearsOf(set, value).length === 0)) return null;
  return { ...input, measures: named(measures, (measure) => wordsOf(set, measure)) };
}

const wordsOf = (set: DataSet, { field = "", function: computed = "" }: Asked): string => {
  const subject = set === "reports" || field === "" ? field : label(`${DATA_SETS[set]}Field`, field);
  return subject + label("StatisticsFunction", computed);
};
