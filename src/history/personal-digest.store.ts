import { createHmac, randomBytes } from "node:crypto";
import type { Place } from "../access/index.js";
import { sql, type Session } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import { HISTORY_KEYS } from "./history.entity.js";
import { changesBetween, type Changes } from "./history.store.js";

type Fields = Readonly<Record<string, string | null>>;

export interface PersonalChange {
  /** The record whose person it is, and its unit. */
  readonly subject: { readonly unit: Place; readonly id: string };
  /** null where nothing was recorded before. */
  readonly before: Fields | null;
  readonly after: Fields;
}

const KEY_BYTES = 32;
const placeOf = (subjectId: string): string => `history_keys ${subjectId}`;

/**
 * What changed of a person's data, by digest: HMAC-SHA-256 in hex under a key of that subject alone. Equal digests of
 * one subject are equal values; those of two subjects cannot be compared, and once the key is erased none can be
 * computed again.
 */
export async function personalChanges(
  session: Session,
  vault: Vault,
  { subject, before, after }: PersonalChange,
): Promise<Changes> {
  const key = (await keyOf(session, vault, subject.id)) ?? (await newKey(session, vault, subject));
  const digested = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, value === null ? null : digestOf(key, value)]),
    );
  return changesBetween(digested(before ?? {}), digested(after));
}

const digestOf = (key: Buffer, value: string): string =>
  `hmac-sha256:${createHmac("sha256", key).update(value).digest("hex")}`;

async function keyOf(session: Session, vault: Vault, subjectId: string): Promise<Buffer | null> {
  const [row] = await session.query<{ sealed: Uint8Array }>(
    sql`select k.sealed from ${session.from(HISTORY_KEYS, "k")} where k.subject_id = ${subjectId}`,
  );
  return row ? Buffer.from(vault.open(row.sealed, placeOf(subjectId)), "base64") : null;
}

async function newKey(
  session: Session,
  vault: Vault,
  { unit, id: subjectId }: PersonalChange["subject"],
): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const sealed = vault.seal(key.toString("base64"), placeOf(subjectId));
  await session.rows(HISTORY_KEYS).insert(unit, { subjectId, unitId: unit.id, sealed });
  return key;
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
