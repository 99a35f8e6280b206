import { hkdfSync } from "node:crypto";

const KEY_BYTES = 32;

/**
 * AUTH_SECRET serves several purposes; each gets a derived key, so that a value for one purpose is no forgery for
 * another.
 */
export const derivedKey = (authSecret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", authSecret, "", `gongkai ${purpose}`, KEY_BYTES));
