import { createHash } from "node:crypto";
import { networkOf } from "../kernel/network.js";
import { FREE_FAILURES } from "./throttle.js";

/** One thing whose failures are counted, and how many are free. */
export interface Limit {
  readonly id: string;
  /** The login that it is about, keyed; null: whatever the login. */
  readonly account: string | null;
  readonly free: number;
}

/** Keyed, so that no login that does not exist is kept. */
const keyed = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join(" ")).digest("base64url");

export const accountKey = (login: string): string => keyed("account", login);

/** A login as it is used from one network. */
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
 * What is counted besides the network. Where the user has signed in before nobody else's failures count: the owner of
 * an account is not locked out by guesses from elsewhere.
 */
export const limitsOf = ({ id, account }: SignInPlace, isKnown: boolean): readonly Limit[] =>
  isKnown
    ? [{ id, account, free: FREE_FAILURES.knownPlace }]
    : [
        { id, account, free: FREE_FAILURES.place },
        { id: account, account, free: FREE_FAILURES.account },
      ];
