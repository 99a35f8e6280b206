import type { SignedInUser } from "../access/index.js";
import { newId, type Session } from "../platform/db/index.js";
import { ACCOUNT_EVENTS, type AccountEventRow } from "./account-event.entity.js";

type Home = { readonly id: string; readonly path: string };

interface Deed extends Pick<AccountEventRow, "kind"> {
  readonly now: Date;
  /** Nobody, of an attempt to sign in. */
  readonly actor: Pick<SignedInUser, "id" | "displayName"> | null;
  readonly user?: { readonly id: string; readonly login: string };
  readonly role?: AccountEventRow["role"];
  /** Where the role is held. */
  readonly place?: { readonly id: string };
  readonly detail?: string | null;
  readonly address?: string;
}

const ADDRESS_LENGTH = 64;

export async function recordAccountEvent(session: Session, unit: Home, deed: Deed): Promise<void> {
  const { kind, now, actor, user, role, place, detail, address } = deed;
  await session.rows(ACCOUNT_EVENTS).insert(unit, {
    ...{ id: newId(), unitId: unit.id, at: now.toISOString(), kind },
    ...{ actorId: actor?.id ?? null, actor: actor?.displayName ?? null },
    ...{ userId: user?.id ?? null, login: user?.login ?? null },
    ...{ role: role ?? null, placeId: place?.id ?? null, detail: detail ?? null },
    address: address?.slice(0, ADDRESS_LENGTH) ?? null,
  });
}
