import { createCipheriv, createDecipheriv } from "node:crypto";

/** Zeros behind which the number stands: what does not begin with them was not made here. */
const MARK_LENGTH = 8;
const BLOCK_LENGTH = 16;
const CIPHER = "aes-256-ecb";

/**
 * A place in the feed as one encrypted block: how many changes there were between two places is nobody's business who
 * may not see them. The same place is the same cursor in every process of an installation.
 */
export class ChangeCursors {
  readonly #key: Uint8Array;

  /** `key`: 32 bytes. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  of(number: number): string {
    const block = Buffer.alloc(BLOCK_LENGTH);
    block.writeBigUInt64BE(BigInt(number), MARK_LENGTH);
    return createCipheriv(CIPHER, this.#key, null).setAutoPadding(false).update(block).toString("base64url");
  }

  /** null for what `of` has not made. */
  numberOf(cursor: string): number | null {
    const sealed = Buffer.from(cursor, "base64url");
    if (sealed.length !== BLOCK_LENGTH || sealed.toString("base64url") !== cursor) return null;
    const block = createDecipheriv(CIPHER, this.#key, null).setAutoPadding(false).update(sealed);
    if (block.subarray(0, MARK_LENGTH).some((byte) => byte !== 0)) return null;
    const number = Number(block.readBigUInt64BE(MARK_LENGTH));
    return Number.isSafeInteger(number) ? number : null;
  }
}
