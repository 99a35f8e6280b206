import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
/** First byte of the sealed form, to distinguish later formats. */
const FORMAT = 1;

/**
 * Personal data at rest: AES-256-GCM under a key from the environment. The sealed form is bound to its place (table,
 * row, unit) and opens at no other, so that bytes copied to another unit's row are useless there.
 */
export class Vault {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync("sha256", secret, "", "personal data", 32));
  }

  seal(plain: string, place: string): Buffer {
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    return Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), sealed]);
  }

  /** True if this key sealed the bytes. */
  opens(bytes: Uint8Array, place: string): boolean {
    try {
      this.open(bytes, place);
      return true;
    } catch {
      return false;
    }
  }

  /** Throws if the key differs, or the bytes were changed or belong to another place. */
  open(bytes: Uint8Array, place: string): string {
    const buffer = Buffer.from(bytes);
    if (buffer[0] !== FORMAT) throw new Error("sealed in a format that this server does not know");
    const iv = buffer.subarray(1, 1 + IV_LENGTH);
    const tag = buffer.subarray(1 + IV_LENGTH, 1 + IV_LENGTH + TAG_LENGTH);
    const decipher = createDecipheriv(ALGORITHM, this.#key, iv, { authTagLength: TAG_LENGTH })
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    const sealed = buffer.subarray(1 + IV_LENGTH + TAG_LENGTH);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  }
}
