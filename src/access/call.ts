import { networkOf } from "../kernel/network.js";
import type { Allowance } from "../platform/graphql/admission.js";
import { PUBLIC_BUDGET, ROLES } from "./roles.data.js";
import type { Session } from "../platform/db/index.js";
import { PUBLIC, type Viewer } from "./viewer.js";
import type { Language } from "../kernel/text.js";
import type { Vault } from "../platform/vault/vault.js";
import type { Loaders } from "../platform/loaders/index.js";

/** One call of a command: who asks, when, under which name, and the transaction in which it is carried out. */
export interface Call {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly now: Date;
  /** The mutation's name. */
  readonly operation: string;
  /** The id that the server's log gives the HTTP request; null for commands of the operator. */
  readonly requestId: string | null;
  /** Seals the keys under which the history digests personal data; an operator's command changes none. */
  readonly vault?: Vault;
}

const calls = new WeakMap<Session["course"], Call>();

/** From here on the unit of work is that call's: whatever it does is told of its caller. */
export function begin(call: Call): Call {
  calls.set(call.session.course, call);
  return call;
}

/** The operator, by a command or by what the server does of itself: nobody who has signed in. */
export const asOperator = (session: Session, now: Date, operation: string): Call =>
  begin({ session, viewer: PUBLIC, now, operation, requestId: null });

export function callOf({ course }: Session): Call {
  const call = calls.get(course);
  if (!call) throw new Error("a unit of work that nobody has called");
  return call;
}

/**
 * The part of a request that resolvers see. Only loaders lead to the database, and they read under the request's
 * scope.
 */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly language: Language;
  readonly requestId: string;
  /** The caller's address, for counting failed sign-ins. */
  readonly address: string;
}

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
