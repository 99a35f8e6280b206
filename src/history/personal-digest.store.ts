import { createHmac, randomBytes } from "node:crypto";
import type { Place } from "../access/index.js";
import { raw, sql, type Session } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import type { Changes, PersonalChanges } from "./changes.js";
import { HISTORY_KEYS } from "./history.entity.js";

/** An entry about a record, with what became of its personal data. */
interface Told {
  readonly unit: Place;
  readonly row: { readonly subjectId: string | null };
  readonly personal: PersonalChanges;
  readonly vault: Vault | null;
}

const KEY_BYTES = 32;
const SUBJECTS_A_STATEMENT = 500;
const placeOf = (subjectId: string): string => `history_keys ${subjectId}`;

/**
 * The personal data in some entries of one unit, by digest: HMAC-SHA-256 in hex under a key of each subject alone. Equal
 * digests of one subject are equal values; those of two subjects cannot be compared, and once the key is erased none
 * can be computed again.
 */
export async function digestsOf(
  session: Session,
  entries: readonly Told[],
): Promise<(entry: Told) => Changes> {
  const personal = entries.filter((entry) => Object.keys(entry.personal).length > 0);
  const keys = await keysOf(session, personal);
  return ({ row: { subjectId }, personal: changes }) => {
    const digested = (value: string | null): string | null =>
      value === null ? null : digestOf(keys.get(subjectId ?? "") ?? absent(), value);
    return Object.fromEntries(
      Object.entries(changes).flatMap(([field, [before, after]]) =>
        before === after ? [] : [[field, [digested(before), digested(after)] as const]],
      ),
    );
  };
}

const digestOf = (key: Buffer, value: string): string =>
  `hmac-sha256:${createHmac("sha256", key).update(value).digest("hex")}`;

/** The keys of the entries' subjects; a subject without one gets a new one. */
async function keysOf(session: Session, entries: readonly Told[]): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  for (let from = 0; from < entries.length; from += SUBJECTS_A_STATEMENT) {
    const some = entries.slice(from, from + SUBJECTS_A_STATEMENT);
    const ids = [...new Set(some.map(({ row: { subjectId } }) => subjectId ?? absent()))];
    const [{ unit, vault } = absent()] = some;
    if (!vault) throw new Error("an operator's command changes no personal data");
    for (const { subjectId, sealed } of await sealedKeys(session, ids))
      keys.set(subjectId, Buffer.from(vault.open(sealed, placeOf(subjectId)), "base64"));
    const fresh = ids.filter((id) => !keys.has(id)).map((id) => [id, randomBytes(KEY_BYTES)] as const);
    const rows = fresh.map(([subjectId, key]) => {
      const sealed = vault.seal(key.toString("base64"), placeOf(subjectId));
      return { subjectId, unitId: unit.id, sealed };
    });
    if (rows.length > 0) await session.rows(KEYS_TO_DIGEST).insert(unit, ...rows);
    for (const [id, key] of fresh) keys.set(id, key);
  }
  return keys;
}

/** Whoever may add an entry to a unit's history digests what it tells, whether or not the data is theirs to read. */
const KEYS_TO_DIGEST: typeof HISTORY_KEYS = {
  ...HISTORY_KEYS,
  readable: () => raw("1=1"),
  writable: ({ acting }) => acting,
};

const sealedKeys = (session: Session, ids: readonly string[]) =>
  session.query<{ subjectId: string; sealed: Uint8Array }>(
    sql`select k.subject_id as subjectId, k.sealed from ${session.from(KEYS_TO_DIGEST, "k")} where k.subject_id in ${[...ids]}`,
  );

function absent(): never {
  throw new Error("personal data is a record's");
}

/** From here on the subject's digests say nothing: the entries and their chain stay as they are. */
export const erasePersonalKey = (session: Session, unitId: string, subjectId: string): Promise<number> =>
  session.rows(HISTORY_KEYS).delete({ unitId, subjectId });

/** The keys follow the records that another unit takes over. */
export const handOverPersonalKeys = (
  session: Session,
  { ids, from, to }: { readonly ids: readonly string[]; readonly from: string; readonly to: string },
): Promise<void> =>
  session.relocate((relocation) => relocation.handOver(HISTORY_KEYS, { key: "subject_id", ids, from, to }));
