import { CallerFault } from "../../kernel/fault.js";
import { FairQueue, type Places } from "../../kernel/fair-queue.js";
import { text } from "../../kernel/text.js";
import { RateLimited } from "./rate-limited.js";

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
