import type { Language, Text } from "../kernel/text.js";
import type { GraphQLSchema } from "graphql";
import type { Cell, Column, InfoLine } from "./table.js";

/** What is asked of an answer in order to lay it out; `optional` fields only where the caller's own query names them. */
export interface TabularType {
  readonly title: Text;
  readonly selection: (named: (field: string) => boolean, schema: GraphQLSchema) => string;
  readonly layOut: (answer: never, language: Language, schema: GraphQLSchema) => LaidOut;
  /** A list that comes whole. */
  readonly whole?: boolean;
  /** A list that comes in pages: all of them go into the file. */
  readonly paged?: boolean;
}

export interface LaidOut {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Coverage, formulas, what a limit of the query left out. */
  readonly info: readonly InfoLine[];
  /** How many of the last rows sum up the others. */
  readonly summaries?: number;
}

/** The fields of a list that a query names. */
export const namedOf = (fields: readonly string[], named: (field: string) => boolean): string =>
  fields.filter(named).join(" ");
