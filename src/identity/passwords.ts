import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { derivedKey } from "./keys.js";

export interface PasswordCost {
  /** In KiB. */
  readonly memoryCost: number;
  /** Number of passes over the memory. */
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
  /** Hash to compare with if there is no account, so that the answer takes as long. */
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

  /** Without a hash the result is false, after the same time. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const right = await this.#verify(passwordHash ?? (await this.#decoy), normalized(password));
    return right && passwordHash !== null;
  }

  /**
   * Represents a password in the request hash of an idempotency row: equal for equal passwords, and useless for
   * guessing to somebody who has only the database.
   */
  fingerprint(password: string): string {
    return createHmac("sha256", this.#fingerprintKey).update(normalized(password)).digest("base64url");
  }
}

/** A Chinese input method may type full-width ｇｏｎｇｋａｉ for gongkai; both are the same password. */
const normalized = (password: string): string => password.normalize("NFKC");
