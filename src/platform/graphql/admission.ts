import { CallerFault } from "../../kernel/fault.js";
import { FairQueue, type Places } from "../../kernel/fair-queue.js";
import { text } from "../../kernel/text.js";
import { RateLimited } from "./exceeded.js";
import type { Clock } from "../../kernel/clock.js";

/** Operations up to a price, and how many of them run at once. */
export interface Lane {
  readonly upTo: number;
  readonly places: Places;
}

const WAIT_MS = 10_000;
/**
 * 通道: cheap operations never wait behind dear ones, and no caller fills a lane alone. Changes go in the first lane
 * whatever they cost: a clerk's save must not wait for an analyst's statistic.
 */
export const LANES: readonly Lane[] = [
  { upTo: 2_000, places: { all: 24, each: 12, waiting: 400, waitMs: WAIT_MS } },
  { upTo: 20_000, places: { all: 4, each: 2, waiting: 200, waitMs: WAIT_MS } },
  { upTo: Infinity, places: { all: 2, each: 1, waiting: 50, waitMs: WAIT_MS } },
];

export interface Wanted {
  readonly caller: string;
  readonly price: number;
  /** Is it a mutation? */
  readonly changes: boolean;
}

/**
 * Admits operations, a limited number at a time and callers in turns. A waiting operation holds no connection and
 * hardly any memory.
 */
export class Admission {
  readonly #lanes: readonly { readonly lane: Lane; readonly queue: FairQueue }[];

  constructor(lanes: readonly Lane[] = LANES) {
    this.#lanes = lanes.map((lane) => ({ lane, queue: new FairQueue(lane.places) }));
  }

  /**
   * Resolves to the function that frees the place, once there is a place.
   * @throws {RateLimited} when too many operations of this caller wait already
   * @throws {CallerFault} UNAVAILABLE when it waited too long
   */
  async enter({ caller, price, changes }: Wanted): Promise<() => void> {
    const found = this.#lanes.find(({ lane }) => changes || price <= lane.upTo);
    if (!found) throw new Error("the last lane takes any price");
    const leave = await found.queue.enter(caller);
    if (leave === "CALLER") throw tooMany(found.lane.places);
    if (leave === "ALL") throw crowded();
    return leave;
  }
}

const RETRY_SECONDS = 5;

const tooMany = ({ each, waiting }: Places): RateLimited =>
  new RateLimited(
    text(
      `您同时提交的查询过多：正在处理 ${each} 个，排队 ${waiting} 个。请等待其中一些完成，${RETRY_SECONDS} 秒后再试`,
      `Too many of your queries at once: ${each} running and ${waiting} waiting. Wait for some of them, and try again in ${RETRY_SECONDS} seconds`,
    ),
    RETRY_SECONDS,
  );

const crowded = (): CallerFault =>
  new CallerFault(
    "UNAVAILABLE",
    text(
      "系统繁忙，排队已超过 10 秒，请稍后再试",
      "Busy: the request waited for 10 seconds. Try again shortly",
    ),
  );

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
