import type { Clock } from "../../kernel/clock.js";

/** What a caller may spend, in prices as price.ts reckons them. */
export interface Allowance {
  /** Who is counted: all requests with the same key spend of one budget. */
  readonly caller: string;
  /** The dearest request that is run at all. */
  readonly request: number;
  /** What all requests of a minute may cost together. */
  readonly minute: number;
}

export interface Spending {
  /** Of the minute's budget, rounded down. */
  readonly left: number;
  /** Zero: spent. Else nothing was, and so long it takes until as much is there again. */
  readonly retryAfterSeconds: number;
}

/** What a caller had left at a moment, in milliseconds; since then it grows back. */
interface Purse {
  /** In parts of a price, so that what a millisecond gives back is a whole number and nothing is lost by rounding. */
  readonly parts: number;
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** Of a price. A budget of so much a minute gives back as many parts in each millisecond. */
const PARTS = MINUTE_MS;
/** A purse takes about 150 bytes. Who is forgotten starts with a full one. */
const MAX_CALLERS = 10_000;

/**
 * Buckets that refill evenly, a whole budget a minute: after a pause a caller may spend a minute's worth at once. They
 * are kept in this process alone: of several behind one address each grants its part (PROCESSES in config.ts).
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

  /** Spends the price, or nothing. A price of 0 only looks. */
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

  /** Of a request that was not run after all. Returns what is left now, rounded down. */
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
