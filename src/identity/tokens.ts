import { webcrypto } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { Clock } from "../kernel/clock.js";
import { derivedKey } from "./keys.js";

const ISSUER = "gongkai";
const AUDIENCE = "gongkai-api";
const ALGORITHM = "HS256";
const LIFETIME_MS = 60 * 60_000;
/** Tokens found genuine that are remembered. */
const REMEMBERED = 1_000;

/** Claims of a token: the user, and the session, which may be revoked before the token expires. */
export interface TokenClaims {
  readonly userId: string;
  readonly sessionId: string;
}

interface Genuine {
  readonly claims: TokenClaims;
  readonly endsAt: number;
}

export class Tokens {
  /** Imported once: jose would import a key of another kind anew for each token. */
  readonly #key: Promise<webcrypto.CryptoKey>;
  readonly #clock: Clock;
  /** The last ones found genuine: a signature is checked on another thread, which takes longer than a small query. */
  readonly #genuine = new Map<string, Genuine>();

  constructor(authSecret: string, clock: Clock) {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const bytes = derivedKey(authSecret, "session token");
    this.#key = webcrypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
    this.#clock = clock;
  }

  /** Valid for an hour, but never longer than the session. */
  async issue({ userId, sessionId }: TokenClaims, sessionExpiresAt: Date): Promise<string> {
    const now = this.#clock.now();
    const expires = new Date(Math.min(now.getTime() + LIFETIME_MS, sessionExpiresAt.getTime()));
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .sign(await this.#key);
  }

  /** Null unless it is an unexpired token of ours; the session is not checked here. */
  async read(token: string): Promise<TokenClaims | null> {
    const known = this.#genuine.get(token);
    if (known && this.#clock.now().getTime() < known.endsAt) return known.claims;
    try {
      const { payload } = await jwtVerify<{ sid?: unknown }>(token, await this.#key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: this.#clock.now(),
        requiredClaims: ["sub", "sid", "iat", "exp"],
      });
      const { sub, sid, exp = 0 } = payload;
      if (typeof sub !== "string" || typeof sid !== "string") return null;
      const claims = { userId: sub, sessionId: sid };
      this.#remember(token, { claims, endsAt: exp * 1000 });
      return claims;
    } catch {
      return null;
    }
  }

  #remember(token: string, genuine: Genuine): void {
    this.#genuine.set(token, genuine);
    const [oldest = ""] = this.#genuine.keys();
    if (this.#genuine.size > REMEMBERED) this.#genuine.delete(oldest);
  }
}
