import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { derivedKey } from "./keys.js";

export interface PasswordCost {
  /** In KiB. */
  readonly memoryCost: number;
  /** Passes over that memory. */
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, argon2id. */
export const OWASP_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The library's enum is ambient and cannot be named under isolatedModules. */
const ARGON2ID = 2;

/**
 * Hashing takes tens of milliseconds on a thread of its own: never inside a unit of work, which on SQLite would keep
 * everybody else waiting.
 */
export class Passwords {
  readonly #cost: PasswordCost;
  readonly #fingerprintKey: Uint8Array;
  readonly #verify: typeof verify;
  /** What a password is compared with where there is no account, so that the answer takes as long. */
  readonly #decoy: Promise<string>;

  constructor(authSecret: string, cost: PasswordCost = OWASP_COST, compare: typeof verify = verify) {
    this.#cost = cost;
    this.#verify = compare;
    this.#fingerprintKey = derivedKey(authSecret, "password fingerprint");
    this.#decoy = this.hash(randomBytes(24).toString("base64url"));
  }

  hash(password: string): Promise<string> {
    return hash(normalized(password), { ...this.#cost, algorithm: ARGON2ID });
  }

  /** Without a hash the answer is no, in the same time. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const right = await this.#verify(passwordHash ?? (await this.#decoy), normalized(password));
    return right && passwordHash !== null;
  }

  /**
   * Stands for a password in the hash of a request that an idempotency row keeps: the same for the same password, and
   * of no use for guessing it to someone who has only the database.
   */
  fingerprint(password: string): string {
    return createHmac("sha256", this.#fingerprintKey).update(normalized(password)).digest("base64url");
  }
}

/** A Chinese input method may type the full-width ｇｏｎｇｋａｉ for gongkai: one password all the same. */
const normalized = (password: string): string => password.normalize("NFKC");
