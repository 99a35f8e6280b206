/** An opaque Relay id: clients may keep and send it back, nothing else. */
export interface GlobalId {
  readonly type: string;
  readonly id: string;
}

/** The id of a row, with a dotted path behind it for a part of a row. */
const PLAIN = /^([A-Z][A-Za-z0-9]{0,63}):([A-Za-z0-9_-]{16}(?:\.[A-Za-z0-9.]{1,80})?)$/;

export const toGlobalId = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`, "latin1").toString("base64url");

/**
 * Null for anything that `toGlobalId` never gave out. Decoding is lenient in Node (it skips foreign characters), and
 * some databases compare leniently too, so that two spellings could name one row: only the canonical spelling is
 * accepted.
 */
export function fromGlobalId(globalId: string): GlobalId | null {
  const match = PLAIN.exec(Buffer.from(globalId, "base64url").toString("latin1"));
  const [, type, id] = match ?? [];
  if (!type || !id || toGlobalId(type, id) !== globalId) return null;
  return { type, id };
}

/** The row id, if the global id belongs to a record of this type; else null. */
export function idOfType(type: string, globalId: string): string | null {
  const read = fromGlobalId(globalId);
  return read?.type === type ? read.id : null;
}
