import type { DataSource, QueryRunner } from "typeorm";
import {
  begin,
  finish,
  guard,
  pause,
  type Unit,
  type Connections,
  type DatabaseLimits,
  type Lease,
  type WritingLease,
  Slots,
} from "./connections.js";
import { DatabaseFault, faultOf } from "./faults.js";
import { LongReader } from "./long-reader.js";

/** The part of libsql's connection that is used. */
export interface SqliteHandle {
  readonly inTransaction: boolean;
  exec(statement: string): void;
  pragma(text: string): unknown;
  close(): void;
}

/** Longest queue for writing; each transaction takes a few milliseconds. */
const MOST_WAITING = 400;
const KNOCK_EVERY_MS = 8;
/** Pause between two transactions of this process, in which another process can take the lock. */
const GIVE_WAY_MS = 1;
const IDLE_READERS = 8;

/**
 * One connection for writing, a transaction at a time, and one for reading beside it. A connection that met a fault
 * is closed, and a new one opened before anything else runs: libsql never recovers (docs/adr/).
 */
export class SqliteConnections implements Connections {
  readonly longReads = { all: 2, each: 1, waiting: 400, waitMs: 30_000 };
  readonly #turns = new Slots(1, MOST_WAITING);
  readonly #source: DataSource;
  readonly #limits: Pick<DatabaseLimits, "patience" | "probe" | "statement">;
  readonly #idle: LongReader[] = [];
  #writer: Link | null = null;
  #reader: Link | null = null;
  #lastWrite = 0;

  constructor(source: DataSource, limits: Pick<DatabaseLimits, "patience" | "probe" | "statement">) {
    this.#source = source;
    this.#limits = limits;
  }

  async reading(): Promise<Lease> {
    const link = (this.#reader ??= await Link.open(this.#source, "read"));
    const runner = link.runner();
    const unit = begin(runner);
    link.units.add(unit);
    return {
      runner,
      end: async () => {
        link.units.delete(unit);
        if (unit.fault === null) return link.takeBack(runner);
        if (this.#reader === link) this.#reader = null;
        link.close();
      },
    };
  }

  /** On a thread of its own, which is kept for the next long read. */
  readingLong(): Promise<Lease> {
    const reader = this.#idle.pop() ?? this.#openLong();
    begin(reader.runner);
    const end = async (): Promise<void> => {
      finish(reader.runner);
      if (reader.whole) this.#idle.push(reader);
      else reader.close();
    };
    return Promise.resolve({ runner: reader.runner, end });
  }

  #openLong(): LongReader {
    const { database: file } = this.#source.options as { readonly database: string };
    return new LongReader(this.#source, { file, statementSeconds: this.#limits.statement });
  }

  writing(): Promise<WritingLease> {
    return this.#write(this.#limits.patience * 1000);
  }

  probing(): Promise<WritingLease> {
    return this.#write(this.#limits.probe * 1000);
  }

  async migrating<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const lease = await this.writing();
    // A migration that begins a transaction of its own gets a savepoint in this one.
    Object.assign(lease.runner, { isTransactionActive: true, transactionDepth: 1 });
    try {
      const result = await work(lease.runner);
      await lease.commit();
      return result;
    } finally {
      Object.assign(lease.runner, { isTransactionActive: false, transactionDepth: 0 });
      await lease.end();
    }
  }

  async close(): Promise<void> {
    this.#writer?.close();
    this.#reader?.close();
    for (const reader of this.#idle) reader.close();
    await this.#source.destroy();
  }

  async #write(patienceMs: number): Promise<WritingLease> {
    const until = performance.now() + patienceMs;
    await this.#turns.take(patienceMs);
    try {
      if (performance.now() - this.#lastWrite < GIVE_WAY_MS) await pause(GIVE_WAY_MS);
      const link = await this.#begun(until);
      return this.#leaseOf(link);
    } catch (error) {
      this.#turns.give();
      throw error;
    }
  }

  /** The writing connection, in a transaction that holds the database's one lock for writing. */
  async #begun(until: number): Promise<Link> {
    for (;;) {
      try {
        const link = (this.#writer ??= await Link.open(this.#source, "write"));
        if (link.handle.inTransaction) throw new DatabaseFault("DISK", "a transaction that nobody ended");
        link.handle.exec("begin immediate");
        return link;
      } catch (error) {
        this.#replaceWriter();
        if (faultOf(error) !== "LOCKED" || performance.now() > until) throw error;
      }
      await pause(KNOCK_EVERY_MS * (0.5 + Math.random()));
    }
  }

  #leaseOf(link: Link): WritingLease {
    const runner = link.runner();
    const unit = begin(runner, () => link.handle.inTransaction);
    let committed = false;
    return {
      runner,
      check: () => unit.check(),
      commit: async () => {
        await runner.query("commit");
        committed = true;
      },
      end: async () => {
        link.takeBack(runner);
        const clean = committed || rolledBack(link.handle);
        if (!clean || unit.fault !== null) this.#replaceWriter();
        this.#lastWrite = performance.now();
        this.#turns.give();
      },
    };
  }

  #replaceWriter(): void {
    const condemned = this.#writer;
    this.#writer = null;
    if (condemned?.handle.inTransaction) rolledBack(condemned.handle);
    condemned?.close();
  }
}

/**
 * Also before closing: libsql's prepared statements keep a closed connection alive until they are collected, and with
 * it the lock of an open transaction.
 */
function rolledBack(handle: SqliteHandle): boolean {
  try {
    handle.exec("rollback");
    return !handle.inTransaction;
  } catch {
    return false; // the caller closes the connection
  }
}

/** One open connection with the runners that prepare its statements. */
class Link {
  readonly units = new Set<Unit>();
  readonly #idle: QueryRunner[] = [];
  #open = true;

  private constructor(
    readonly handle: SqliteHandle,
    private readonly source: DataSource,
  ) {}

  static async open(source: DataSource, use: "read" | "write"): Promise<Link> {
    const { driver } = source as unknown as { driver: { createDatabaseConnection(): Promise<SqliteHandle> } };
    const handle = await driver.createDatabaseConnection();
    if (use === "read") handle.pragma("query_only=ON");
    return new Link(handle, source);
  }

  /**
   * A new runner for each unit of work, because it carries the unit's scope; prepared statements stay with the
   * runner.
   */
  runner(): QueryRunner {
    const idle = this.#idle.pop();
    if (idle) return idle;
    // TypeORM keeps one connection and one runner a database; both are replaced here.
    (this.source.driver as unknown as { queryRunner: undefined }).queryRunner = undefined;
    const runner = this.source.createQueryRunner();
    runner.connect = () => Promise.resolve(this.handle);
    guard(runner, null);
    return runner;
  }

  takeBack(runner: QueryRunner): void {
    finish(runner);
    if (this.#open && this.#idle.length < IDLE_READERS) this.#idle.push(runner);
  }

  /** Reads in progress fail, and are retried on the next connection. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const unit of this.units) unit.break(new DatabaseFault("LOST", "the connection was replaced"));
    this.handle.close();
  }
}
