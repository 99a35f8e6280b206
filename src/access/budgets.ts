import { networkOf } from "../kernel/network.js";
import type { Allowance } from "../platform/graphql/minute-budgets.js";
import type { RequestContext } from "./context.js";
import type { Role } from "./roles.js";

type Budget = Omit<Allowance, "caller">;

/** 查询额度: what a request, and all of a minute, may cost. A whole district's comparison of ten indicators costs 1,000. */
const BUDGETS: Readonly<Record<Role | "PUBLIC", Budget>> = {
  PUBLIC: { request: 200_000, minute: 5_000_000 },
  CLERK: { request: 200_000, minute: 10_000_000 },
  REVIEWER: { request: 200_000, minute: 10_000_000 },
  OFFICER: { request: 200_000, minute: 10_000_000 },
  ANALYST: { request: 400_000, minute: 20_000_000 },
  CASE_READER: { request: 200_000, minute: 10_000_000 },
  ADMIN: { request: 200_000, minute: 10_000_000 },
};

/** Who is signed in is counted by name and has the most generous of the roles; the public is counted by address. */
export const allowances =
  (factor: number) =>
  ({ viewer, address }: Pick<RequestContext, "viewer" | "address">): Allowance => {
    const held = viewer.memberships.map(({ role }) => BUDGETS[role]);
    const all = [BUDGETS.PUBLIC, ...held];
    return {
      caller: viewer.user ? `user ${viewer.user.id}` : `address ${networkOf(address)}`,
      request: Math.max(...all.map(({ request }) => request)),
      minute: Math.max(...all.map(({ minute }) => minute)) * factor,
    };
  };
