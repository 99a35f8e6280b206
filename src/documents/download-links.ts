import { deflateRawSync, inflateRawSync } from "node:zlib";
import { EncryptJWT, jwtDecrypt } from "jose";
import { badInput } from "../kernel/fault.js";
import type { Clock } from "../kernel/clock.js";
import { text } from "../kernel/text.js";
import type { FileFormat } from "./download.js";

const AUDIENCE = "gongkai-download";
const LIFETIME_MS = 5 * 60_000;
/** Longer addresses are cut by proxies and browsers. */
const LONGEST = 7_000;
const MOST_UNPACKED = 200_000;

/** Content of a link: a query with a file format, or the path of a file; and the person behind it. */
export type Linked = (LinkedQuery | LinkedPath) & {
  /** A session token of the link's maker, valid as long as the link; null for the public. */
  readonly token: string | null;
};

export interface LinkedQuery {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: FileFormat;
}

export interface LinkedPath {
  readonly path: string;
}

/**
 * Short-lived addresses for browsers, which cannot send a header. A link contains everything in sealed form (JWE,
 * A256GCM): any process of the server can open it, and nobody can read or change it.
 */
export class DownloadLinks {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  constructor(key: Uint8Array, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  expiry(): Date {
    return new Date(this.#clock.now().getTime() + LIFETIME_MS);
  }

  async addressOf(linked: Linked, expires: Date): Promise<string> {
    const packed = deflateRawSync(JSON.stringify(linked)).toString("base64url");
    const ticket = await new EncryptJWT({ q: packed })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setAudience(AUDIENCE)
      .setExpirationTime(expires)
      .encrypt(this.#key);
    if (ticket.length > LONGEST)
      throw badInput(
        text(
          "查询过长，不能生成链接：请保存为查询再下载",
          "Too long for an address: save it as a query first",
        ),
        ["document"],
      );
    return `${"path" in linked ? linked.path : "/download"}?ticket=${ticket}`;
  }

  /** Null unless it is an unexpired link of ours. */
  async open(ticket: string): Promise<Linked | null> {
    try {
      const { payload } = await jwtDecrypt<{ q?: string }>(ticket, this.#key, {
        audience: AUDIENCE,
        currentDate: this.#clock.now(),
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      });
      const packed = Buffer.from(payload.q ?? "", "base64url");
      return JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST_UNPACKED }).toString()) as Linked;
    } catch {
      return null;
    }
  }
}
