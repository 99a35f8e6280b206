import type { WritingLease } from "./connections.js";

/** A command whose transaction is open until its answer has been read. */
export class OpenAnswer {
  #lease: WritingLease | null = null;
  #committed = false;
  #over = false;
  readonly #after: (() => void)[] = [];

  /** The connection on which the answer is read. */
  get lease(): WritingLease | null {
    return this.#lease;
  }

  /** True once closed: code left over from a request may still run in its name. */
  get over(): boolean {
    return this.#over;
  }

  /** True if a part is committed and cannot be undone. */
  get committed(): boolean {
    return this.#committed;
  }

  /** Registers work for after the commit; dropped without a commit. */
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

  /** Ends the answer; uncommitted changes are rolled back. */
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
