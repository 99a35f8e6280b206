import {
  BREAK,
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import type { Answer, Client } from "../harness/app.js";

/** As many as the server lets a document have at its root. */
const MOST = 20;

interface Question {
  readonly client: Client;
  readonly schema: GraphQLSchema;
  readonly document: string;
}

export const keyOf = (variables: object): string => JSON.stringify(variables);

/** How many copies of a document fit into one request, where the server has refused more. */
const fitting = new Map<string, number>();

/**
 * Asks the document with each of the variables, and the same only once. Answers as text, by `keyOf` the variables.
 * Queries are asked many in one request, each under aliases of its own; where one of them takes the answers of the
 * others with it, each is asked alone, as mutations always are.
 */
export async function answersTo(
  question: Question,
  all: readonly object[],
): Promise<ReadonlyMap<string, string>> {
  const { document } = question;
  const answers = new Map<string, string>();
  const rest = [...new Map(all.map((variables) => [keyOf(variables), variables])).values()];
  while (rest.length > 0) {
    const most = document.startsWith("mutation") ? 1 : (fitting.get(document) ?? MOST);
    const batch = rest.splice(0, most);
    const told = batch.length > 1 ? await together(question, batch) : "apart";
    if (told === "too much") {
      fitting.set(document, Math.floor(batch.length / 2));
      rest.unshift(...batch);
    } else if (told === "apart")
      for (const variables of batch)
        answers.set(keyOf(variables), asText(await question.client.query(document, variables)));
    else told.forEach((text, i) => answers.set(keyOf(batch[i] ?? {}), text));
  }
  return answers;
}

/** Without the places in the document, which differ between one copy and the next. */
const asText = ({ status, data, errors }: Answer): string =>
  JSON.stringify({
    ...{ status, data },
    errors: errors?.map(({ message, path, extensions }) => ({ message, path, extensions })),
  });

async function together(
  { client, schema, document }: Question,
  batch: readonly object[],
): Promise<readonly string[] | "too much" | "apart"> {
  const { text, roots } = copies(schema, document, batch.length);
  const variables = batch.flatMap((one, i) =>
    Object.entries(one).map(([name, value]) => [nameOf(name, i), value] as const),
  );
  const { status, data, errors } = await client.query(text, Object.fromEntries(variables));
  if (errors?.some(({ extensions }) => TOO_MUCH.has(String(extensions.code)))) return "too much";
  if (!data || errors?.some(({ path }) => !path)) return "apart";
  return batch.map((_, i) => {
    const own = errors?.flatMap((error) => {
      const root = roots.find((name) => nameOf(name, i) === error.path?.[0]);
      return root === undefined ? [] : [{ ...error, path: [root, ...(error.path ?? []).slice(1)] }];
    });
    const told = Object.fromEntries(roots.map((name) => [name, data[nameOf(name, i)]]));
    return asText({ status, data: told, errors: own?.length ? own : undefined });
  });
}

/** Too many tokens are a document that does not parse. */
const TOO_MUCH = new Set(["TOO_COMPLEX", "GRAPHQL_PARSE_FAILED"]);

const nameOf = (name: string, copy: number): string => `${name}_${copy}`;

/** The document's root fields so many times over, each copy with variables of its own. */
function copies(schema: GraphQLSchema, document: string, count: number) {
  const { operation, fragments } = withShared(schema, document);
  const renamed = Array.from({ length: count }, (_, i) => copyOf(operation, i));
  const selections = renamed.flatMap(({ selectionSet }) => selectionSet.selections);
  const all: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: renamed.flatMap(({ variableDefinitions = [] }) => variableDefinitions),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return {
    text: print({ kind: Kind.DOCUMENT, definitions: [all, ...fragments] }),
    roots: operation.selectionSet.selections.map((root) => responseName(root as FieldNode)),
  };
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const copyOf = (operation: OperationDefinitionNode, copy: number): OperationDefinitionNode =>
  visit(operation, {
    Variable: (node) => ({ ...node, name: { ...node.name, value: nameOf(node.name.value, copy) } }),
    Field: (node, _key, _parent, path) =>
      // definition, selectionSet, selections, place: a root field
      path.length === 3 ? { ...node, alias: nameNode(nameOf(responseName(node), copy)) } : undefined,
  });

/** What does not depend on the variables stands in fragments, which the copies have in common. */
function withShared(schema: GraphQLSchema, document: string) {
  const [definition] = parse(document, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no operation: ${document}`);
  const fragments: DefinitionNode[] = [];
  const info = new TypeInfo(schema);
  const share = (shared: readonly SelectionNode[]): SelectionNode => {
    const name = nameNode(`Shared${fragments.length}`);
    const typeCondition = {
      kind: Kind.NAMED_TYPE,
      name: nameNode(getNamedType(info.getParentType())?.name ?? ""),
    } as const;
    const selectionSet = { kind: Kind.SELECTION_SET, selections: shared } as const;
    fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
    return { kind: Kind.FRAGMENT_SPREAD, name };
  };
  const operation = visit(
    definition,
    visitWithTypeInfo(info, {
      SelectionSet: (node) => {
        if (info.getParentType() === schema.getQueryType()) return undefined;
        const own = node.selections.filter(hasVariable);
        const shared = node.selections.filter((selection) => !own.includes(selection));
        const worthIt = shared.some((selection) => selection.kind !== Kind.FRAGMENT_SPREAD);
        return worthIt ? { ...node, selections: [share(shared), ...own] } : undefined;
      },
    }),
  );
  return { operation, fragments };
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;

function hasVariable(node: ASTNode): boolean {
  let found = false;
  visit(node, {
    Variable: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
