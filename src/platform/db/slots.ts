import { busy } from "./faults.js";

/** So many at a time, first come, first served; who has waited too long, or finds too many before him, is told so. */
export class Slots {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(
    size: number,
    private readonly mostWaiting: number,
  ) {
    this.#free = size;
  }

  /** Whoever has taken one gives it back. */
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
