import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { currentRequestScope } from "./request-scope.js";

const MOST_TOLD = 10;

/** Notes the kind of operation and its root fields for the log: names of the schema, nothing of the caller's. */
export const operationPlugin = <C extends BaseContext>(): ApolloServerPlugin<C> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, operation }) {
        const { notes } = currentRequestScope();
        if (notes && operation) notes.operation = `${operation.operation} ${rootFields(document, operation)}`;
        return Promise.resolve();
      },
    }),
});

/** Each fragment is looked into once, however often it is spread. */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections)
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else spread(selection.name.value);
  };
  const spread = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        collect(definition.selectionSet);
  };
  collect(operation.selectionSet);
  return [...names].slice(0, MOST_TOLD).join(", ");
}
