import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { OperationDefinitionNode } from "graphql";
import type { Clock } from "../../kernel/clock.js";
import { CallerFault } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { asRequestError } from "./errors.js";
import { Admission, type Lane, MinuteBudgets, type Allowance } from "./admission.js";
import { priceOfRows, type RowCount, priceOf, type Price } from "./price.js";
import { budgetSpent, TooComplex } from "./exceeded.js";
import { coerceVariables } from "./variables.js";

export interface Budgeting<C> {
  readonly allowanceOf: (context: C) => Allowance;
  readonly clock: Clock;
  /** Limits on operations that run at once: see admission.ts. */
  readonly lanes?: readonly Lane[];
  /** How many rows of a ledger an operation will read; without it they cost nothing. */
  readonly rowCount?: RowCount<C>;
}

/** Part of every answer whose query could be priced, as `extensions.cost`; refused queries spend nothing. */
interface Cost {
  readonly price: number;
  readonly limit: number;
  readonly budget: number;
  readonly left: number;
}

/**
 * Checks before anything runs that need the variables and the caller: whether the variables fit, what the answer may
 * cost, and whether the caller has enough budget left. Then the operation waits for its place.
 */
export function costPlugin<C extends BaseContext>({
  allowanceOf,
  clock,
  lanes,
  rowCount = () => 0,
}: Budgeting<C>): ApolloServerPlugin<C> {
  const door = { budgets: new MinuteBudgets(clock), admission: new Admission(lanes) };
  const inHand = new WeakMap<object, () => void>();
  return {
    requestDidStart: () => {
      let cost: Cost | undefined;
      return Promise.resolve({
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Without an operation, Apollo answers by itself.
          if (!operation) return;
          await asRequestErrors(async () => {
            const variables = coerceVariables(schema, operation, request.variables ?? {});
            const fields = priceOf(schema, document, operation, variables);
            const rows = priceOfRows(fields.reads, rowCount, contextValue);
            if (isMutation(operation)) refuseLongAnswer(rows);
            const price = { ...fields, total: fields.total + rows };
            const caller = { allowance: allowanceOf(contextValue), changes: isMutation(operation) };
            const leave = await enter(door, price, caller, (told) => (cost = told));
            inHand.set(contextValue, leave);
          });
        },
        async willSendResponse({ contextValue, response: { body } }) {
          inHand.get(contextValue)?.();
          if (cost && body.kind === "single")
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      });
    },
    // The only exit of the pipeline without a response of its own.
    async unexpectedErrorProcessingRequest({ requestContext: { contextValue } }) {
      inHand.get(contextValue)?.();
    },
  };
}

const isMutation = ({ operation }: OperationDefinitionNode): boolean => (operation as string) === "mutation";

/** About 20,000 rows: the answer of a change is read in its transaction, while others wait for its locks. */
const MOST_FOR_AN_ANSWER = 2_000;

function refuseLongAnswer(rows: number): void {
  if (rows <= MOST_FOR_AN_ANSWER) return;
  throw new TooComplex(
    text(
      "变更的答复中不能查询这么多行台账：未作任何变更，请去掉其中的列表，另行查询",
      "The answer of a mutation cannot read so many rows; nothing was changed. Leave the lists out and ask for them in a query",
    ),
    { limit: MOST_FOR_AN_ANSWER, price: rows },
  );
}

interface Door {
  readonly budgets: MinuteBudgets;
  readonly admission: Admission;
}

/**
 * Charges the price and waits for a place; a refused caller has spent nothing. `tell` is called with each new
 * balance.
 */
async function enter(
  { budgets, admission }: Door,
  price: Price,
  { allowance, changes }: { readonly allowance: Allowance; readonly changes: boolean },
  tell: (cost: Cost) => void,
): Promise<() => void> {
  const { cost, fault } = charge(budgets, allowance, price);
  tell(cost);
  if (fault) throw fault;
  try {
    return await admission.enter({ caller: allowance.caller, price: price.total, changes });
  } catch (error) {
    tell({ ...cost, left: budgets.giveBack(allowance, price.total) });
    throw error;
  }
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
      ? budgetSpent(budget, retryAfterSeconds)
      : null;
  return { cost: { price: price.total, limit, budget, left }, fault };
}

async function asRequestErrors(check: () => Promise<void>): Promise<void> {
  try {
    await check();
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
