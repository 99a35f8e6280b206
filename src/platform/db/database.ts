import { AsyncLocalStorage } from "node:async_hooks";
import type { DataSource, QueryRunner } from "typeorm";
import { CallerFault } from "../../kernel/fault.js";
import type { TenantScope } from "../../kernel/tenant-scope.js";
import { text } from "../../kernel/text.js";
import { mayRetry, slowStatement } from "./faults.js";
import { Mutex } from "./mutex.js";
import { Session } from "./session.js";
import type { AnyTable } from "./table.js";
import { SCOPE_MARK } from "./tripwire.js";

const ATTEMPTS = 4;
const BACKOFF_MS = 15;
const CONNECT_DEADLINE_MS = 5_000;

export interface DatabaseLog {
  debug(details: object, message: string): void;
  warn(message: string): void;
}

/** Every access to rows goes through `read` or `write`, under a scope. The data source itself cannot be reached. */
export class Database {
  readonly #source: DataSource;
  readonly #tables: readonly AnyTable[];
  readonly #log: DatabaseLog;
  /** SQLite has one connection, so two units of work would share a transaction: they take turns instead. */
  readonly #turns: Mutex | null;
  readonly #inside = new AsyncLocalStorage<true>();

  constructor(source: DataSource, tables: readonly AnyTable[], log: DatabaseLog) {
    this.#source = source;
    this.#tables = tables;
    this.#log = log;
    this.#turns = source.options.type === "better-sqlite3" ? new Mutex() : null;
  }

  /** Single statements, each seeing what is committed by then. */
  read<T>(scope: TenantScope, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#withRunner(scope, (runner) => work(new Session(runner, scope, this.#tables)));
  }

  /** One transaction: all of it or nothing. Tried again as a whole when the database chose it as a victim. */
  async write<T>(scope: TenantScope, work: (session: Session) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#withRunner(scope, (runner) => this.#transaction(runner, scope, work));
      } catch (error) {
        if (attempt === ATTEMPTS || !mayRetry(error)) throw error;
        await pause(BACKOFF_MS * attempt * (0.5 + Math.random()));
      }
    }
  }

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  async #transaction<T>(
    runner: QueryRunner,
    scope: TenantScope,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    // A unit of work that lost a race must see who won: MySQL's default snapshot would show it the past. SQLite has
    // one writer at a time.
    await runner.startTransaction(this.#turns ? undefined : "READ COMMITTED");
    try {
      const result = await work(new Session(runner, scope, this.#tables));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A lock wait timeout undoes one statement only; whatever happened, nothing of this may stay.
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    }
  }

  async #withRunner<T>(scope: TenantScope, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    if (this.#inside.getStore())
      throw new Error("a unit of work inside another: pass the session on instead");
    if (scope.systemReason) this.#log.debug({ reason: scope.systemReason }, "system scope");
    const task = async (): Promise<T> => {
      const runner = this.#source.createQueryRunner();
      try {
        await connect(runner);
        runner.data[SCOPE_MARK] = scope;
        return await this.#inside.run(true, () => work(runner));
      } catch (error) {
        const slow = slowStatement(error);
        if (slow === null) throw error;
        this.#log.warn(`the database gave up on a statement that took too long: ${slow}`);
        throw tooSlow();
      } finally {
        delete runner.data[SCOPE_MARK];
        await runner.release();
      }
    };
    return this.#turns ? this.#turns.run(task) : task();
  }
}

/** mysql2's pool waits for a connection without end; a caller should rather be told to come back. */
async function connect(runner: QueryRunner): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(busy()), CONNECT_DEADLINE_MS);
  });
  const connecting: Promise<unknown> = runner.connect();
  try {
    await Promise.race([connecting, deadline]);
  } catch (error) {
    // The connection may still arrive; it must go back to the pool then.
    void connecting.then(
      () => runner.release(),
      () => undefined,
    );
    throw isQueueFull(error) ? busy() : error;
  } finally {
    clearTimeout(timer);
  }
}

const busy = (): CallerFault =>
  new CallerFault("UNAVAILABLE", text("系统繁忙，请稍后再试", "Busy: try again shortly"));

const tooSlow = (): CallerFault =>
  new CallerFault(
    "TOO_COMPLEX",
    text("数据库查询超时，请缩小范围后再试", "The database took too long: ask for less"),
  );

const isQueueFull = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("Queue limit reached");

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
