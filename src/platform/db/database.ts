import { AsyncLocalStorage } from "node:async_hooks";
import { FairQueue } from "../../kernel/fair-queue.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import {
  pause,
  type Connections,
  type DatabaseLimits,
  type Lease,
  type WritingLease,
  SCOPE_MARK,
} from "./connections.js";
import { busy, faultForLog, faultOf, mayRetry, callerFaultOf } from "./faults.js";
import { OpenAnswer } from "./open-answer.js";
import { Session } from "./session.js";
import type { AnyTable } from "./table.js";

const ATTEMPTS = 4;
const BACKOFF_MS = 15;

export interface DatabaseLog {
  debug(details: object, message: string): void;
  warn(message: string): void;
}

type Work<T> = (session: Session) => Promise<T>;

interface Terms<L extends Lease> {
  readonly lend: () => Promise<L>;
  /** Without it, and without an answer to be read first, nothing is kept. */
  readonly keep?: (lease: L) => Promise<void>;
  /** Gets the connection, with the transaction open. */
  readonly answer?: { keepOpen(lease: L): void };
}

const commit = (lease: WritingLease): Promise<void> => lease.commit();

/** Every access to rows goes through `read`, `write` or `command`, under a scope; connections are private. */
export class Database {
  readonly #connections: Connections;
  readonly #longReads: FairQueue;
  readonly #tables: readonly AnyTable[];
  readonly #log: DatabaseLog;
  readonly #patienceMs: number;
  #diskFaults = 0;
  readonly #inside = new AsyncLocalStorage<true>();
  readonly #answers = new AsyncLocalStorage<OpenAnswer>();

  constructor(
    connections: Connections,
    { patience }: Pick<DatabaseLimits, "patience">,
    { tables, log }: { readonly tables: readonly AnyTable[]; readonly log: DatabaseLog },
  ) {
    this.#connections = connections;
    this.#longReads = new FairQueue(connections.longReads);
    this.#patienceMs = patience * 1000;
    this.#tables = tables;
    this.#log = log;
  }

  /**
   * Runs single statements; each sees all commits so far, and the changes of the command whose answer is being read.
   */
  read<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return (
      this.#answering(scope, work) ?? this.#unit(scope, work, { lend: () => this.#connections.reading() })
    );
  }

  /**
   * As `read`, for reads of many rows: a limited number at once, callers in turns, never in the way of short work. On
   * SQLite the statements run on threads of their own.
   */
  async longRead<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    const answering = this.#answering(scope, work);
    if (answering) return answering;
    const leave = await this.#longReads.enter(scope.person ?? "");
    if (typeof leave === "string") throw busy();
    return this.#unit(scope, work, { lend: () => this.#connections.readingLong() }).finally(leave);
  }

  /**
   * One transaction: all or nothing. Retried as a whole if nothing can have been committed; resolves only when
   * another process could read the changes.
   */
  write<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#unit(scope, work, { lend: () => this.#writing(), keep: commit });
  }

  /** As `write`; within `together` the commit follows the reading of the answer, in the same transaction. */
  command<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#unit(scope, work, { lend: () => this.#writing(), keep: commit, answer: this.#answer });
  }

  /**
   * As `write`; while a command's answer is being read, in that command's transaction: neither is committed without
   * the other.
   */
  record<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#answering(scope, work) ?? this.write(scope, work);
  }

  /**
   * Runs a command and the reading of its answer, then commits. If the result does not stand, the command is undone;
   * after a fault everything runs again from the start, unless a part was committed on the way.
   */
  async together<T>(run: () => Promise<T>, stands: (result: T) => boolean): Promise<T> {
    for (const attempts = this.#attempts(); ;) {
      const answer = new OpenAnswer();
      try {
        const result = await this.#answers.run(answer, run);
        answer.lease?.check();
        if (stands(result)) await answer.commit();
        return result;
      } catch (error) {
        if (answer.committed) throw this.#words(error);
        attempts.count(error);
      } finally {
        await answer.close();
      }
    }
  }

  /**
   * Runs `then` outside of any transaction: now, or after the commit of the command whose answer is still to be read.
   */
  afterwards(then: () => void): void {
    const answer = this.#answer;
    const outside = (): void => this.#answers.exit(then);
    if (answer?.lease) answer.after(outside);
    else outside();
  }

  /** As `write`, but without queueing: for checking whether writing works now. */
  probe(scope: TenantScope, work: Work<unknown>): Promise<unknown> {
    return this.#unit(scope, work, { lend: () => this.#connections.probing(), keep: commit });
  }

  /** Number of units of work that failed by the disk since the last call. */
  takeDiskFaults(): number {
    const count = this.#diskFaults;
    this.#diskFaults = 0;
    return count;
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  get #answer(): OpenAnswer | undefined {
    const answer = this.#answers.getStore();
    return answer?.over ? undefined : answer;
  }

  /** Uses the connection of the command whose answer is being read, if there is one. */
  #answering<T>(scope: TenantScope, work: Work<T>): Promise<T> | null {
    const open = this.#answer?.lease;
    if (!open || this.#inside.getStore()) return null;
    return this.#inside.run(true, work, this.#session(open, scope)).catch((error: unknown) => {
      throw this.#words(error);
    });
  }

  /** A unit of work on a connection of its own; what it changed is undone unless it is kept. */
  async #unit<T, L extends Lease>(
    scope: TenantScope,
    work: Work<T>,
    { lend, keep, answer }: Terms<L>,
  ): Promise<T> {
    for (const attempts = this.#attempts(); ;) {
      let lease: L | null = null;
      try {
        lease = await lend();
        const session = this.#session(lease, scope);
        const result = await this.#inside.run(true, work, session);
        await this.#inside.run(true, () => session.course.end());
        if (answer) {
          answer.keepOpen(lease);
          lease = null;
        } else await keep?.(lease);
        return result;
      } catch (error) {
        attempts.count(error);
      } finally {
        await lease?.end();
      }
    }
  }

  /** A command whose answer is yet to be read is committed first: there is one transaction at a time. */
  async #writing(): Promise<WritingLease> {
    await this.#answer?.commit();
    return this.#connections.writing();
  }

  #session({ runner }: Lease, scope: TenantScope): Session {
    if (scope.systemReason) this.#log.debug({ reason: scope.systemReason }, "system scope");
    runner.data[SCOPE_MARK] = scope;
    return new Session(runner, scope, this.#tables);
  }

  /** Another attempt follows where the fault may be gone by then; a fault that stays is worded for the caller. */
  #attempts(): { count(error: unknown): void; pause(): Promise<void> } {
    if (this.#inside.getStore())
      throw new Error("a unit of work inside another: pass the session on instead");
    const until = performance.now() + this.#patienceMs;
    let tried = 0;
    return {
      count: (error) => {
        tried += 1;
        if (tried === ATTEMPTS || performance.now() > until || !mayRetry(error)) throw this.#words(error);
      },
      pause: () => pause(BACKOFF_MS * tried * (0.5 + Math.random())),
    };
  }

  #words(error: unknown): unknown {
    const fault = faultOf(error);
    if (fault === null) return error;
    if (fault === "DISK") this.#diskFaults += 1;
    this.#log.warn(`database fault ${fault}: ${faultForLog(error)}`);
    return callerFaultOf(fault);
  }
}
