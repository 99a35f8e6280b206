import { createHmac, hkdfSync } from "node:crypto";

/** Keys are whole numbers below this: a sum of 500 million of them is exact to JavaScript, SQLite and MariaDB alike. */
export const CELL_KEYS = 2 ** 24;

let secret: Buffer | null = null;

/**
 * Call once, before the first row is written. The secret is derived from the key that seals personal data, which is
 * kept as long as the data.
 */
export function drawCellKeysFrom(personalDataKey: string): void {
  secret = Buffer.from(hkdfSync("sha256", personalDataKey, "", "cell keys", 32));
}

/**
 * A number of each record that nobody can compute without the secret: the noise of statistics is looked up by it, so
 * that the same records get the same noise after every restart and on every database. null in a command without the
 * secret: the next server fills it in.
 */
export const cellKey = (id: string): number | null =>
  secret && createHmac("sha256", secret).update(id).digest().readUIntBE(0, 3);
