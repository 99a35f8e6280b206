import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { Clock } from "../../kernel/clock.js";
import { CallerFault } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { asRequestError } from "./errors.js";
import { MinuteBudgets, type Allowance } from "./minute-budgets.js";
import { priceOf, type Price } from "./price.js";
import { RateLimited } from "./rate-limited.js";
import { TooComplex } from "./too-complex.js";
import { coerceVariables } from "./variables.js";

export interface Budgeting<C> {
  readonly allowanceOf: (context: C) => Allowance;
  readonly clock: Clock;
}

/** In every answer whose query could be priced, as `extensions.cost`; refused ones spend nothing. */
interface Cost {
  readonly price: number;
  readonly limit: number;
  readonly budget: number;
  readonly left: number;
}

/**
 * What can be told before anything runs, but only with the variables and the caller: whether they fit, what the answer
 * may cost, and whether the caller has so much left.
 */
export function costPlugin<C extends BaseContext>({
  allowanceOf,
  clock,
}: Budgeting<C>): ApolloServerPlugin<C> {
  const budgets = new MinuteBudgets(clock);
  return {
    requestDidStart: () => {
      let cost: Cost | undefined;
      return Promise.resolve({
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Without an operation Apollo has an answer of its own.
          if (!operation) return;
          await asRequestErrors(() => {
            const variables = coerceVariables(schema, operation, request.variables ?? {});
            const price = priceOf(schema, document, operation, variables);
            const charged = charge(budgets, allowanceOf(contextValue), price);
            cost = charged.cost;
            if (charged.fault) throw charged.fault;
          });
        },
        async willSendResponse({ response: { body } }) {
          if (cost && body.kind === "single")
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      });
    },
  };
}

function charge(
  budgets: MinuteBudgets,
  allowance: Allowance,
  price: Price,
): { readonly cost: Cost; readonly fault: CallerFault | null } {
  const { request: limit, minute: budget } = allowance;
  const tooDear = price.total > limit;
  const { left, retryAfterSeconds } = budgets.spend(allowance, tooDear ? 0 : price.total);
  const fault = tooDear
    ? overpriced(price, limit)
    : retryAfterSeconds > 0
      ? new RateLimited(budget, retryAfterSeconds)
      : null;
  return { cost: { price: price.total, limit, budget, left }, fault };
}

async function asRequestErrors(check: () => void): Promise<void> {
  try {
    check();
  } catch (error) {
    throw error instanceof CallerFault ? asRequestError(error) : error;
  }
}

function overpriced({ total, costliest: { field } }: Price, limit: number): TooComplex {
  const message = text(
    `查询费用为 ${total}，上限 ${limit}，其中 ${field} 最多；请减少 first 或字段`,
    `The query would cost ${total}, most of it in ${field}; the limit is ${limit}. Ask for a smaller first or fewer fields`,
  );
  return new TooComplex(message, { price: total, limit, field });
}
