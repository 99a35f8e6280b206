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
import { Session } from "./session.js";
import type { AnyTable } from "./table.js";
import { SCOPE_MARK } from "./tripwire.js";

const ATTEMPTS = 4;
const BACKOFF_MS = 15;

export interface DatabaseLog {
  debug(details: object, message: string): void;
  warn(message: string): void;
}

/** Every access to rows goes through `read` or `write`, under a scope. No connection can be reached. */
export class Database {
  readonly #connections: Connections;
  readonly #longReads: FairQueue;
  readonly #tables: readonly AnyTable[];
  readonly #log: DatabaseLog;
  readonly #patienceMs: number;
  readonly #inside = new AsyncLocalStorage<true>();

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

  /** Single statements, each seeing what is committed by then. */
  read<T>(scope: TenantScope, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#persistently(() =>
      this.#lent(scope, this.#connections.reading(), (lease) => work(this.#session(lease, scope))),
    );
  }

  /**
   * As `read`, for what reads many rows: so many at once, callers in turns, and never in the way of short work. On
   * SQLite the statements run on threads of their own.
   */
  async longRead<T>(scope: TenantScope, work: (session: Session) => Promise<T>): Promise<T> {
    const leave = await this.#longReads.enter(scope.person ?? "");
    if (typeof leave === "string") throw busy();
    try {
      return await this.#persistently(() =>
        this.#lent(scope, this.#connections.readingLong(), (lease) => work(this.#session(lease, scope))),
      );
    } finally {
      leave();
    }
  }

  /**
   * One transaction: all of it or nothing. Tried again as a whole where nothing of it can have been committed; answers
   * only what another process could read back.
   */
  write<T>(scope: TenantScope, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#persistently(() => this.#written(scope, this.#connections.writing(), work));
  }

  /** As `write`, without standing in line with those who work: whether it can be done now. */
  probe(scope: TenantScope, work: (session: Session) => Promise<unknown>): Promise<unknown> {
    return this.#persistently(() => this.#written(scope, this.#connections.probing(), work));
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  #written<T>(
    scope: TenantScope,
    leasing: Promise<WritingLease>,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    return this.#lent(scope, leasing, async (lease) => {
      const result = await work(this.#session(lease, scope));
      await lease.commit();
      return result;
    });
  }

  #session({ runner }: Lease, scope: TenantScope): Session {
    return new Session(runner, scope, this.#tables);
  }

  async #lent<L extends Lease, T>(
    scope: TenantScope,
    leasing: Promise<L>,
    work: (lease: L) => Promise<T>,
  ): Promise<T> {
    if (scope.systemReason) this.#log.debug({ reason: scope.systemReason }, "system scope");
    const lease = await leasing;
    try {
      lease.runner.data[SCOPE_MARK] = scope;
      return await this.#inside.run(true, () => work(lease));
    } finally {
      delete lease.runner.data[SCOPE_MARK];
      await lease.end();
    }
  }

  /** Again, where the fault is one that may be gone; told in words of ours when it stays. */
  async #persistently<T>(attempt: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore())
      throw new Error("a unit of work inside another: pass the session on instead");
    const until = performance.now() + this.#patienceMs;
    for (let tried = 1; ; tried++) {
      try {
        return await attempt();
      } catch (error) {
        if (tried === ATTEMPTS || performance.now() > until || !mayRetry(error)) throw this.#told(error);
      }
      await pause(BACKOFF_MS * tried * (0.5 + Math.random()));
    }
  }

  #told(error: unknown): unknown {
    const fault = faultOf(error);
    if (fault === null) return error;
    this.#log.warn(`database fault ${fault}: ${faultForLog(error)}`);
    return toldOf(fault);
  }
}
