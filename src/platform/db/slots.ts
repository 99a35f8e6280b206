import { busy } from "./faults.js";

/**
 * A limited number at a time, first come, first served; a caller that waits too long, or finds too many waiting, is
 * refused.
 */
export class Slots {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(
    size: number,
    private readonly mostWaiting: number,
  ) {
    this.#free = size;
  }

  /** Takes a slot; the taker must give it back. */
  async take(withinMs: number): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.size >= this.mostWaiting) throw busy();
    await new Promise<void>((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(mine);
        reject(busy());
      }, withinMs);
      this.#waiting.add(mine);
    });
  }

  give(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
