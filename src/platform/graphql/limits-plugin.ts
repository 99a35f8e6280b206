import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { CallerFault } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { asRequestError } from "./errors.js";
import { priceOf, type Price } from "./price.js";
import { TooComplex } from "./too-complex.js";
import { coerceVariables } from "./variables.js";

/** What can be told before anything runs, but only with the variables: whether they fit, and what the answer may hold. */
export const limitsPlugin = <C extends BaseContext>(limit: number): ApolloServerPlugin<C> => ({
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ schema, document, operation, request }) {
        // Without an operation Apollo has an answer of its own.
        if (operation) check(schema, document, operation, request.variables ?? {}, limit);
      },
    }),
});

function check(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>>,
  limit: number,
): void {
  try {
    const price = priceOf(schema, document, operation, coerceVariables(schema, operation, inputs));
    if (price.total > limit) throw overpriced(price, limit);
  } catch (error) {
    throw error instanceof CallerFault ? asRequestError(error) : error;
  }
}

function overpriced({ total, costliest: { field } }: Price, limit: number): TooComplex {
  const message = text(
    `查询结果可达 ${total} 个字段，上限 ${limit}，其中 ${field} 最多；请减少 first 或字段`,
    `The answer could hold ${total} fields, most of them in ${field}; the limit is ${limit}. Ask for a smaller first or fewer fields`,
  );
  return new TooComplex(message, { price: total, limit, field });
}
