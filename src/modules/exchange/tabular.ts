import type { Language, Text } from "../../kernel/text.js";
import type { Cell, InfoLine } from "./table.js";

/** What is asked of an answer in order to lay it out; `optional` fields only where the caller's own query names them. */
export interface TabularType {
  readonly title: Text;
  readonly selection: (named: (field: string) => boolean) => string;
  readonly layOut: (answer: never, language: Language) => LaidOut;
}

export interface LaidOut {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Coverage, formulas, what a limit of the query left out. */
  readonly info: readonly InfoLine[];
}

/** The fields of a list that a query names. */
export const namedOf = (fields: readonly string[], named: (field: string) => boolean): string =>
  fields.filter(named).join(" ");
