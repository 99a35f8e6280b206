import { getArgumentValues, getNamedType, Kind, parse, print, visit } from "graphql";
import type {
  DefinitionNode,
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { ReadDocument } from "../../platform/graphql/document-check.js";
import { coerceVariables } from "../../platform/graphql/variables.js";
import { BOARD } from "./board.presenter.js";
import { COMPARISON } from "./comparison.presenter.js";
import { STATISTICS } from "./statistics.presenter.js";
import type { TabularType } from "./tabular.js";

type Variables = Readonly<Record<string, unknown>>;

/** The types whose answers are tables, by their names in the API. */
export const TABULAR: Readonly<Record<string, TabularType>> = {
  StatisticsAnswer: STATISTICS,
  ReportComparison: COMPARISON,
  FilingBoard: BOARD,
};

/** A query that asks for all that a table of its answer needs. */
export interface TabularQuery {
  readonly type: TabularType;
  readonly query: string;
  readonly variables: Variables;
  /** What the caller asked for, defaults included. */
  readonly asked: Variables;
}

/** Under which name the answer stands in the data. */
export const ANSWER = "answer";

/**
 * The caller's own field and arguments with the selection of a table in place of theirs, so that no file lacks its
 * scope or coverage because nobody asked for them.
 */
export function tabularQuery(schema: GraphQLSchema, read: ReadDocument, variables: Variables): TabularQuery {
  const { operation, document } = read;
  const [node, ...others] = operation.selectionSet.selections;
  const field = node?.kind === Kind.FIELD ? schema.getQueryType()?.getFields()[node.name.value] : undefined;
  const type = field && TABULAR[getNamedType(field.type).name];
  if (!type || node?.kind !== Kind.FIELD || others.length > 0) throw notTabular(schema);
  const values = getArgumentValues(field, node, coerceVariables(schema, operation, variables));
  const names = fieldNames(document);
  const selection = type.selection((name) => names.has(name));
  const definition = withSelection(operation, node, selection);
  const declared = new Set(definition.variableDefinitions?.map(({ variable }) => variable.name.value));
  return {
    type,
    query: print({ kind: Kind.DOCUMENT, definitions: [definition] }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    asked: Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function withSelection(
  operation: OperationDefinitionNode,
  node: FieldNode,
  selection: string,
): OperationDefinitionNode {
  const [parsed] = parse(`{ ${selection} }`).definitions as [OperationDefinitionNode];
  const field: FieldNode = {
    ...node,
    alias: { kind: Kind.NAME, value: ANSWER },
    directives: [],
    selectionSet: parsed.selectionSet,
  };
  const used = variablesIn(field);
  return {
    ...operation,
    directives: [],
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
      used.has(variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}

function variablesIn(field: FieldNode): Set<string> {
  const names = new Set<string>();
  visit(field, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function fieldNames(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  const definitions: readonly DefinitionNode[] = document.definitions;
  for (const definition of definitions)
    visit(definition, { Field: ({ name }) => void names.add(name.value) });
  return names;
}

function notTabular(schema: GraphQLSchema): Error {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => getNamedType(type).name in TABULAR)
    .map(({ name }) => name)
    .sort();
  return badInput(
    text(
      `只有表格类查询可以下载，且只能有一个根字段：${fields.join("、")}`,
      `Only a table can be downloaded, of a query with a single root field: ${fields.join(", ")}`,
    ),
  );
}
