import { networkOf } from "../kernel/network.js";
import type { Allowance } from "../platform/graphql/minute-budgets.js";
import type { RequestContext } from "./context.js";
import { PUBLIC_BUDGET, ROLES } from "./roles.data.js";

/** A signed-in user is counted by id and has the largest budget of all roles held; the public is counted by address. */
export const allowances =
  (factor: number) =>
  ({ viewer, address }: Pick<RequestContext, "viewer" | "address">): Allowance => {
    const all = [PUBLIC_BUDGET, ...viewer.memberships.map(({ role }) => ROLES[role].budget)];
    return {
      caller: viewer.user ? `user ${viewer.user.id}` : `address ${networkOf(address)}`,
      request: Math.max(...all.map(({ request }) => request)),
      minute: Math.max(...all.map(({ minute }) => minute)) * factor,
    };
  };
