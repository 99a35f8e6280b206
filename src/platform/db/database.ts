import { AsyncLocalStorage } from "node:async_hooks";
import { FairQueue } from "../../kernel/fair-queue.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import {
  pause,
  type Connections,
  type DatabaseLimits,
  type Lease,
  type WritingLease,
} from "./connections.js";
import { busy, faultForLog, faultOf, mayRetry, toldOf } from "./faults.js";
import { OpenAnswer } from "./open-answer.js";
import { Session } from "./session.js";
import type { AnyTable } from "./table.js";
import { SCOPE_MARK } from "./tripwire.js";

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

/** Every access to rows goes through `read`, `write` or `command`, under a scope. No connection can be reached. */
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

  /** Single statements, each seeing what is committed by then, and what the command did whose answer is being read. */
  read<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return (
      this.#answering(scope, work) ?? this.#unit(scope, work, { lend: () => this.#connections.reading() })
    );
  }

  /**
   * As `read`, for what reads many rows: so many at once, callers in turns, and never in the way of short work. On
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
   * One transaction: all of it or nothing. Tried again as a whole where nothing of it can have been committed; answers
   * only what another process could read back.
   */
  write<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#unit(scope, work, { lend: () => this.#writing(), keep: commit });
  }

  /** As `write`; within `together` it is committed when its answer has been read, in the same transaction. */
  command<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#unit(scope, work, { lend: () => this.#writing(), keep: commit, answer: this.#answer });
  }

  /** As `write`, while the answer to a command is read in that command's transaction: one cannot be without the other. */
  record<T>(scope: TenantScope, work: Work<T>): Promise<T> {
    return this.#answering(scope, work) ?? this.write(scope, work);
  }

  /**
   * Runs a command and the reading of its answer, and then commits. Where the result does not stand, the command is
   * undone; what a fault has broken runs again from the start, unless a part of it was committed on the way.
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

  /** Runs it outside of everything: now, or when the command is committed whose answer is yet to be read. */
  afterwards(then: () => void): void {
    const answer = this.#answer;
    const outside = (): void => this.#answers.exit(then);
    if (answer?.lease) answer.after(outside);
    else outside();
  }

  /** As `write`, without standing in line with those who work: whether it can be done now. */
  probe(scope: TenantScope, work: Work<unknown>): Promise<unknown> {
    return this.#unit(scope, work, { lend: () => this.#connections.probing(), keep: commit });
  }

  /** How many units of work the disk has failed since this was asked last. */
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

  /** On the connection of the command whose answer is being read, where there is one. */
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
    return toldOf(fault);
  }
}
