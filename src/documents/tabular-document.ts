import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LEDGERS } from "../ledgers/registry/index.js";
import { badInput } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { ReadDocument } from "../platform/graphql/document-check.js";
import { coerceVariables } from "../platform/graphql/variables.js";
import { BOARD } from "./board.presenter.js";
import { COMPARISON } from "./comparison.presenter.js";
import { pagedList, RANKING, REPORT, wholeList } from "./list.presenter.js";
import { STATISTICS } from "./statistics.presenter.js";
import type { TabularType } from "./tabular.js";

type Variables = Readonly<Record<string, unknown>>;

/** The types whose answers are tables, by their names in the API. */
export const TABULAR: Readonly<Record<string, TabularType>> = {
  StatisticsAnswer: STATISTICS,
  ReportComparison: COMPARISON,
  FilingBoard: BOARD,
  RankedReports: RANKING,
  AnnualReport: REPORT,
  ...Object.fromEntries(
    LEDGERS.flatMap(({ connections }) =>
      Object.entries(connections).map(([connection, node]) => [
        connection,
        { ...pagedList(node), cases: node },
      ]),
    ),
  ),
  UnitConnection: pagedList("Unit"),
  UserConnection: pagedList("User"),
  HistoryConnection: pagedList("HistoryEntry", { counted: false }),
  HistoryEntry: wholeList("HistoryEntry"),
  CatalogueItem: wholeList("CatalogueItem"),
  Finding: wholeList("Finding"),
};

/** A query for everything that its table needs. */
export interface TabularQuery {
  readonly type: TabularType;
  /** The query for the whole answer, or for the page after a cursor. */
  readonly query: (after: string | null) => string;
  readonly variables: Variables;
  /** The caller's arguments with defaults. */
  readonly asked: Variables;
  /** Finds the table in the data. */
  readonly answerIn: (data: Readonly<Record<string, unknown>>) => unknown;
}

/** Alias of each field on the way to the table. */
const ANSWER = "answer";
const PAGE_SIZE = 100;
/** `unit { report { findings } }` and the like. */
const DEEPEST = 4;

/**
 * The caller's field and arguments with the selection of a whole table, so that no file lacks its scope or coverage
 * because they were not selected.
 */
export function tabularQuery(schema: GraphQLSchema, read: ReadDocument, variables: Variables): TabularQuery {
  const { operation, document } = read;
  const path = pathToTable(schema, operation);
  const type = path?.type;
  if (!path || !type) throw notTabular();
  const names = fieldNames(document);
  const selection = type.selection((name) => names.has(name), schema);
  const definition = (after: string | null): OperationDefinitionNode =>
    withSelection(operation, type.paged ? paged(path.fields, after) : path.fields, selection);
  const declared = new Set(definition(null).variableDefinitions?.map(({ variable }) => variable.name.value));
  return {
    type,
    query: (after) => print({ kind: Kind.DOCUMENT, definitions: [definition(after)] }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    asked: askedOf(schema, path, coerceVariables(schema, operation, variables)),
    answerIn: (data) =>
      path.fields.reduce<unknown>((at, _) => (at as Record<string, unknown> | null)?.[ANSWER], data),
  };
}

interface TablePath {
  readonly fields: readonly FieldNode[];
  readonly parents: readonly GraphQLObjectType[];
  readonly type: TabularType;
}

/** The only path from the root to a table; null if there is none or several. */
function pathToTable(schema: GraphQLSchema, operation: OperationDefinitionNode): TablePath | null {
  const query = schema.getQueryType();
  const [root, ...others] = operation.selectionSet.selections;
  if (!query || root?.kind !== Kind.FIELD || others.length > 0) return null;
  const [found, ...more] = pathsBelow(query, root, 1);
  return found && more.length === 0 ? found : null;
}

function pathsBelow(parent: GraphQLObjectType, node: FieldNode, depth: number): TablePath[] {
  const field = parent.getFields()[node.name.value];
  const type = field && getNamedType(field.type);
  if (!type) return [];
  // Several reports, for instance, would be several tables.
  const several = isListType(getNullableType(field.type));
  const found = TABULAR[type.name];
  const tabular = found && (found.whole === true) === several ? found : undefined;
  const below = isObjectType(type) && !several && depth < DEEPEST ? fieldsOf(node) : [];
  const deeper = below.flatMap((one) => pathsBelow(type as GraphQLObjectType, one, depth + 1));
  // A report is a table itself, unless one of its lists is selected.
  if (deeper.length > 0 && tabular !== STATISTICS && !tabular?.paged)
    return deeper.map((path) => ({
      ...path,
      fields: [node, ...path.fields],
      parents: [parent, ...path.parents],
    }));
  return tabular ? [{ fields: [node], parents: [parent], type: tabular }] : [];
}

const fieldsOf = ({ selectionSet }: FieldNode): FieldNode[] =>
  selectionSet?.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD) ?? [];

const PAGING = ["first", "after", "last", "before"];

function askedOf(schema: GraphQLSchema, { fields, parents }: TablePath, variables: Variables): Variables {
  const values = fields.flatMap((node, i) => {
    const field = parents[i]?.getFields()[node.name.value];
    return field ? Object.entries(getArgumentValues(field, node, variables)) : [];
  });
  return Object.fromEntries(
    values.filter(([name]) => !PAGING.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Asks the last field for whole pages, one after the other, whatever page the caller selected. */
function paged(fields: readonly FieldNode[], after: string | null): readonly FieldNode[] {
  const last = fields.at(-1);
  if (!last) return fields;
  const others = last.arguments?.filter(({ name }) => !PAGING.includes(name.value)) ?? [];
  const argument = (name: string, value: ArgumentNode["value"]): ArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value,
  });
  const page = [
    argument("first", { kind: Kind.INT, value: String(PAGE_SIZE) }),
    ...(after === null ? [] : [argument("after", { kind: Kind.STRING, value: after })]),
  ];
  return [...fields.slice(0, -1), { ...last, arguments: [...others, ...page] }];
}

function withSelection(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  selection: string,
): OperationDefinitionNode {
  const [parsed] = parse(`{ ${selection} }`).definitions as [OperationDefinitionNode];
  const whole = fields.reduceRight<OperationDefinitionNode["selectionSet"]>(
    (selectionSet, node) => ({
      kind: Kind.SELECTION_SET,
      selections: [{ ...node, alias: { kind: Kind.NAME, value: ANSWER }, directives: [], selectionSet }],
    }),
    parsed.selectionSet,
  );
  const used = new Set<string>();
  visit(whole, { Variable: ({ name }) => void used.add(name.value) });
  return {
    ...operation,
    directives: [],
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
      used.has(variable.name.value),
    ),
    selectionSet: whole,
  };
}

function fieldNames(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  const definitions: readonly DefinitionNode[] = document.definitions;
  for (const definition of definitions)
    visit(definition, { Field: ({ name }) => void names.add(name.value) });
  return names;
}

const notTabular = (): Error =>
  badInput(
    text(
      "这个查询不是一张表：须只有一个根字段，通向统计、比较、排名、报送一览、一份年报或一个列表",
      "This query does not return a table: it needs a single root field that leads to a statistic, a comparison, a ranking, a filing board, a report or a list",
    ),
  );
