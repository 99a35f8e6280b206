import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
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
      didResolveOperation({ schema, document, operation, request }) {
        return Promise.resolve()
          .then(() => {
            const variables = coerceVariables(schema, operation, request.variables ?? {});
            const price = priceOf(schema, document, operation, variables);
            if (price.total > limit) throw overpriced(price, limit);
          })
          .catch((error: unknown) => {
            throw error instanceof CallerFault ? asRequestError(error) : error;
          });
      },
    }),
});

function overpriced({ total, costliest: { field } }: Price, limit: number): TooComplex {
  const message = text(
    `查询结果可达 ${total} 个字段，上限 ${limit}，其中 ${field} 最多；请减少 first 或字段`,
    `The answer could hold ${total} fields, most of them in ${field}; the limit is ${limit}. Ask for a smaller first or fewer fields`,
  );
  return new TooComplex(message, { price: total, limit, field });
}
