export interface Places {
  /** Places in all. */
  readonly all: number;
  /** Places that one caller may take. */
  readonly each: number;
  /** Requests of one caller that may wait; beyond that the caller is refused, so that nobody else waits longer. */
  readonly waiting: number;
  readonly waitMs: number;
}

/** Why a request got no place: too many of the same caller wait already (CALLER), or it waited too long (ALL). */
export type Crowded = "CALLER" | "ALL";

interface Waiter {
  readonly enter: () => void;
}

/**
 * A limited number of places. Callers take turns, however many requests of each are waiting: a single request is
 * admitted after one of everybody else's, not after all of them.
 */
export class FairQueue {
  readonly #places: Places;
  readonly #inHand = new Map<string, number>();
  /** Callers in the order of their turns. */
  readonly #waiting = new Map<string, Waiter[]>();
  #free: number;

  constructor(places: Places) {
    this.#places = places;
    this.#free = places.all;
  }

  /** Resolves to the function that frees the place, or to the reason for the refusal. */
  enter(caller: string): Promise<(() => void) | Crowded> {
    if (this.#mayEnter(caller)) return Promise.resolve(this.#take(caller));
    const others = this.#waiting.get(caller) ?? [];
    if (others.length >= this.#places.waiting) return Promise.resolve("CALLER");
    this.#waiting.set(caller, others);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        enter: () => {
          clearTimeout(timer);
          resolve(this.#take(caller));
        },
      };
      const timer = setTimeout(() => {
        this.#leave(caller, waiter);
        resolve("ALL");
      }, this.#places.waitMs);
      others.push(waiter);
    });
  }

  #mayEnter(caller: string): boolean {
    return this.#free > 0 && (this.#inHand.get(caller) ?? 0) < this.#places.each;
  }

  #take(caller: string): () => void {
    this.#free -= 1;
    this.#inHand.set(caller, (this.#inHand.get(caller) ?? 0) + 1);
    let held = true;
    return () => {
      if (held) this.#give(caller);
      held = false;
    };
  }

  #give(caller: string): void {
    this.#free += 1;
    const left = (this.#inHand.get(caller) ?? 1) - 1;
    if (left > 0) this.#inHand.set(caller, left);
    else this.#inHand.delete(caller);
    this.#letNextIn();
  }

  #letNextIn(): void {
    for (const [caller, waiters] of this.#waiting) {
      if (!this.#mayEnter(caller)) continue;
      const next = waiters.shift();
      this.#waiting.delete(caller);
      // The caller goes to the end of the line for its next turn.
      if (waiters.length > 0) this.#waiting.set(caller, waiters);
      next?.enter();
      return;
    }
  }

  #leave(caller: string, waiter: Waiter): void {
    const others = (this.#waiting.get(caller) ?? []).filter((other) => other !== waiter);
    if (others.length > 0) this.#waiting.set(caller, others);
    else this.#waiting.delete(caller);
  }
}

/** Work that pauses at each `yield`, so that other work can run. */
export type Steps<Result> = Generator<undefined, Result>;

export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Yields to the event loop after every `stepsATurn` steps, which should take a few milliseconds together. */
export async function inTurns<Result>(work: Steps<Result>, stepsATurn: number): Promise<Result> {
  for (let steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (steps % stepsATurn === 0) await new Promise(setImmediate);
  }
}

/** Maps items, a thousand a turn. */
export const mapInTurns = <Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> =>
  inTurns(mapping(items, make), 1_000);

function* mapping<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
