import type { Language, Text } from "../kernel/text.js";
import type { GraphQLSchema } from "graphql";
import type { SubjectType } from "../history/index.js";
import type { Cell, Column, InfoLine } from "./table.js";

/** Fields needed to lay out an answer; `optional` fields only if the caller's query names them. */
export interface TabularType {
  readonly title: Text;
  readonly selection: (named: (field: string) => boolean, schema: GraphQLSchema) => string;
  readonly layOut: (answer: never, language: Language, schema: GraphQLSchema) => LaidOut;
  /** A list without pages. */
  readonly whole?: boolean;
  /** A paged list: all pages go into the file. */
  readonly paged?: boolean;
  /** The rows are records of this kind in the ledgers: whoever downloads them is recorded. */
  readonly cases?: SubjectType;
}

export interface LaidOut {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Coverage, formulas, rows left out by a limit. */
  readonly info: readonly InfoLine[];
  /** Number of summary rows at the end. */
  readonly summaries?: number;
}

/** The fields of a list that a query names. */
export const namedOf = (fields: readonly string[], named: (field: string) => boolean): string =>
  fields.filter(named).join(" ");
