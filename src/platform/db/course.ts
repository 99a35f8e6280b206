/** Bookkeeping of one unit of work. */
export class Course {
  /** Announcements to the opener of the unit of work, delivered after the commit. */
  readonly announced = new Set<string>();
  /** Number of statements that changed rows which require an entry in the history. */
  changes = 0;
  /** Number of history entries made. */
  recorded = 0;
  readonly #last: (() => Promise<void>)[] = [];

  /** Registers work to run last, right before the commit: a lock taken there is held for a moment only. */
  atTheEnd(work: () => Promise<void>): void {
    this.#last.push(work);
  }

  async end(): Promise<void> {
    for (const work of this.#last.splice(0)) await work();
  }
}
