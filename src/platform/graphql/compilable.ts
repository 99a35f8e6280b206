import {
  isAbstractType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  BREAK,
  getNamedType,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { fieldCount } from "./measures.js";

/** Compiling takes about 0.2 ms a field and blocks the process meanwhile. */
const MAX_FIELDS = 1000;

/**
 * True if graphql-jit may run the document. Each exclusion is a measured difference from graphql-js: graphql-jit
 * forgets a fragment spread a second time under another @skip, awaits no `resolveType` (type-graphql's is always
 * async, and an error there would never be answered), puts null for an omitted variable inside an object literal, and
 * runs no @defer.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation !== OperationTypeNode.QUERY || fieldCount(document, operation) > MAX_FIELDS)
    return false;
  let compilable = true;
  const refuse = (): typeof BREAK => {
    compilable = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: refuse,
      Field({ name }) {
        const type = getNamedType(types.getType());
        return name.value === "__schema" || name.value === "__type" || isAbstractType(type)
          ? refuse()
          : undefined;
      },
      Variable(_node, _key, parent) {
        const inside =
          parent && (Array.isArray(parent) || ("kind" in parent && parent.kind === Kind.OBJECT_FIELD));
        return inside ? refuse() : undefined;
      },
    }),
  );
  return compilable;
}
