import type { WritingLease } from "./connections.js";

/** A command whose transaction is open until its answer has been read. */
export class OpenAnswer {
  #lease: WritingLease | null = null;
  #committed = false;
  #over = false;
  readonly #after: (() => void)[] = [];

  /** Where the answer is read. */
  get lease(): WritingLease | null {
    return this.#lease;
  }

  /** What a request left behind may still run under its answer's name. */
  get over(): boolean {
    return this.#over;
  }

  /** Whether a part of it can no longer be undone. */
  get committed(): boolean {
    return this.#committed;
  }

  /** To be done when it is committed, and never otherwise. */
  after(then: () => void): void {
    this.#after.push(then);
  }

  keepOpen(lease: WritingLease): void {
    this.#lease = lease;
  }

  async commit(): Promise<void> {
    const lease = this.#taken();
    if (!lease) return;
    try {
      await lease.commit();
      this.#committed = true;
    } finally {
      await lease.end();
    }
    for (const then of this.#after.splice(0)) then();
  }

  /** Nothing is its concern from here on; what was not committed is undone. */
  async close(): Promise<void> {
    this.#over = true;
    await this.#taken()?.end();
  }

  #taken(): WritingLease | null {
    const lease = this.#lease;
    this.#lease = null;
    return lease;
  }
}
