import { hkdfSync } from "node:crypto";

const KEY_BYTES = 32;

/** AUTH_SECRET serves several ends; a key of its own for each keeps one from forging for another. */
export const derivedKey = (authSecret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", authSecret, "", `gongkai ${purpose}`, KEY_BYTES));
