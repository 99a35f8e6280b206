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

/** Compiling takes about 0.2 ms a field, during which nobody else is served. */
const MAX_FIELDS = 1000;

/**
 * May graphql-jit run this document? Each exclusion is a measured difference from graphql-js: it forgets a fragment
 * spread a second time under another @skip, awaits no `resolveType` (type-graphql's is always async, and a throw there
 * would never answer), puts null for a variable left out inside an object literal, and runs no @defer.
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
