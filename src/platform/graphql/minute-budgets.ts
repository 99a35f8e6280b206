import type { Clock } from "../../kernel/clock.js";

/** Budget of a caller, in prices as price.ts computes them. */
export interface Allowance {
  /** Key of the budget: all requests with the same key share it. */
  readonly caller: string;
  /** Highest price of a single request. */
  readonly request: number;
  /** Budget of a minute. */
  readonly minute: number;
}

export interface Spending {
  /** Rest of the minute's budget, rounded down. */
  readonly left: number;
  /** 0 if the price was charged; otherwise seconds to wait until it can be afforded. */
  readonly retryAfterSeconds: number;
}

/** Balance of a caller at a moment (ms); it has grown back since. */
interface Purse {
  /** In fractions of a price, so that the refill of a millisecond is a whole number and no rounding loses anything. */
  readonly parts: number;
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** Fractions per price. A budget of n a minute refills n fractions each millisecond. */
const PARTS = MINUTE_MS;
/** A purse takes about 150 bytes. A forgotten caller starts with a full purse. */
const MAX_CALLERS = 10_000;

/**
 * Token buckets that refill evenly, a whole budget a minute: after a pause a caller may spend a minute's budget at
 * once. Kept in this process alone; several processes at one address each grant their part (PROCESSES in config.ts).
 */
export class MinuteBudgets {
  readonly #clock: Clock;
  readonly #maxCallers: number;
  /** In the order of their last use. */
  readonly #purses = new Map<string, Purse>();

  constructor(clock: Clock, maxCallers = MAX_CALLERS) {
    this.#clock = clock;
    this.#maxCallers = maxCallers;
  }

  /** Charges the whole price or nothing. A price of 0 only reads the balance. */
  spend({ caller, minute }: Allowance, price: number): Spending {
    const at = this.#clock.now().getTime();
    const before = refilled(this.#purses.get(caller), minute, at);
    const wanted = price * PARTS;
    const missing = Math.max(0, wanted - before);
    const parts = missing > 0 ? before : before - wanted;
    this.#keep(caller, { parts, at });
    const waitMs = Math.ceil(missing / minute);
    return { left: Math.floor(parts / PARTS), retryAfterSeconds: Math.ceil(waitMs / 1000) };
  }

  /** Refunds a request that was not run after all. Returns the balance, rounded down. */
  giveBack(allowance: Allowance, price: number): number {
    const at = this.#clock.now().getTime();
    const full = allowance.minute * PARTS;
    const parts = refilled(this.#purses.get(allowance.caller), allowance.minute, at) + price * PARTS;
    this.#keep(allowance.caller, { parts: Math.min(full, parts), at });
    return Math.floor(Math.min(full, parts) / PARTS);
  }

  #keep(caller: string, purse: Purse): void {
    this.#purses.delete(caller);
    this.#purses.set(caller, purse);
    for (const oldest of this.#purses.keys()) {
      if (this.#purses.size <= this.#maxCallers) break;
      this.#purses.delete(oldest);
    }
  }
}

/** A clock that was set back refills nothing, and takes nothing away. */
function refilled(purse: Purse | undefined, minute: number, at: number): number {
  const full = minute * PARTS;
  if (!purse) return full;
  return Math.min(full, purse.parts + Math.max(0, at - purse.at) * minute);
}
