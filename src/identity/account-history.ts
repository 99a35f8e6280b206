import { callOf, type Place, type Role, type SignedInUser } from "../access/index.js";
import { append, PLATFORM, type Changes } from "../history/index.js";
import type { Session } from "../platform/db/index.js";

interface AccountDeed {
  readonly operation: string;
  /** Nobody, of an attempt to sign in. */
  readonly actor?: Pick<SignedInUser, "id" | "displayName"> | null;
  readonly role?: Role;
  /** Where the role is held. */
  readonly place?: { readonly code: string };
  readonly changes?: Changes;
  readonly address?: string;
}

const ADDRESS_LENGTH = 64;

/** What was done to an account, in the history of the unit that keeps it. */
export const recordAccountDeed = (
  session: Session,
  home: Place,
  user: { readonly id: string; readonly login: string },
  { operation, actor, role, place, changes, address }: AccountDeed,
): void =>
  append(callOf(session), {
    unit: home,
    subject: { type: "User", id: user.id },
    operation,
    ...(actor !== undefined && { actor }),
    ...(changes && { changes }),
    details: {
      login: user.login,
      ...(role && { role }),
      ...(place && { place: place.code }),
      ...(address !== undefined && { address: address.slice(0, ADDRESS_LENGTH) }),
    },
  });

/** Under a name that nobody has: what was typed may be a password, and is not kept. */
export const recordUnknownLogin = (session: Session, address: string): void =>
  append(callOf(session), {
    unit: PLATFORM,
    subject: { type: "User", id: null },
    operation: "signInFailed",
    actor: null,
    details: { address: address.slice(0, ADDRESS_LENGTH) },
  });
