import { createHash } from "node:crypto";
import { networkOf } from "../kernel/network.js";
import { FREE_FAILURES } from "./throttle.js";

/** One counter of failures, and how many failures are free. */
export interface Limit {
  readonly id: string;
  /** The login, keyed; null if the counter is for any login. */
  readonly account: string | null;
  readonly free: number;
}

/** Keyed, so that logins of no account are not stored. */
const keyed = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join(" ")).digest("base64url");

export const accountKey = (login: string): string => keyed("account", login);

/** A login together with the network it is used from. */
export interface SignInPlace {
  readonly id: string;
  readonly account: string;
  readonly network: Limit;
}

export function placeOf(login: string, address: string): SignInPlace {
  const network = networkOf(address);
  return {
    id: keyed("place", login, network),
    account: accountKey(login),
    network: { id: keyed("address", network), account: null, free: FREE_FAILURES.network },
  };
}

/**
 * The counters besides the network's. If the user has signed in from the place before, failures of others do not
 * count: guesses from elsewhere do not lock out the owner.
 */
export const limitsOf = ({ id, account }: SignInPlace, isKnown: boolean): readonly Limit[] =>
  isKnown
    ? [{ id, account, free: FREE_FAILURES.knownPlace }]
    : [
        { id, account, free: FREE_FAILURES.place },
        { id: account, account, free: FREE_FAILURES.account },
      ];
