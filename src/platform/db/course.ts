/** What one unit of work has done so far. */
export class Course {
  /** What it tells whoever opened it, for when it is committed. */
  readonly announced = new Set<string>();
  /** How many statements changed rows that tell of a deed. */
  changes = 0;
  /** How many entries of the history it has made. */
  recorded = 0;
  readonly #last: (() => Promise<void>)[] = [];

  /** To be done when all else is done, right before the commit: a lock taken there is held for a moment only. */
  atTheEnd(work: () => Promise<void>): void {
    this.#last.push(work);
  }

  async end(): Promise<void> {
    for (const work of this.#last.splice(0)) await work();
  }
}
