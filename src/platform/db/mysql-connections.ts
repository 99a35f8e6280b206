import type { DataSource, QueryRunner } from "typeorm";
import {
  begin,
  finish,
  guard,
  within,
  type Connections,
  type DatabaseLimits,
  type Lease,
  type WritingLease,
  Slots,
} from "./connections.js";
import { DatabaseFault, faultOf, handlingOf, type Fault } from "./faults.js";
import { setUp, type MysqlConnection, type ServerKind, type SessionLimits } from "./mysql-session.js";

const READERS = 8;
const WRITERS = 6;
const PROBES = 1;
export const POOL_SIZE = READERS + WRITERS + PROBES;
const MOST_WAITING = 200;

/** Time allowed for the server's report of a statement timeout to arrive. */
const ANSWER_GRACE_SECONDS = 3;

/**
 * A pool with a share each for writers, readers and the health check, so that none keeps the others waiting. A
 * connection that shows that the server is gone, or is read-only, condemns all open ones.
 */
export class MysqlConnections implements Connections {
  /** Half of the readers; the others stay free for short work. */
  readonly longReads = { all: READERS / 2, each: 3, waiting: 400, waitMs: 30_000 };
  readonly #readers = new Slots(READERS, MOST_WAITING);
  readonly #writers = new Slots(WRITERS, MOST_WAITING);
  readonly #probes = new Slots(PROBES, 1);
  readonly #source: DataSource;
  readonly #limits: DatabaseLimits;
  /** Connections that are set up, with the number of server changes at that time. */
  readonly #known = new WeakMap<MysqlConnection, number>();
  #generation = 0;

  constructor(source: DataSource, limits: DatabaseLimits) {
    this.#source = source;
    this.#limits = limits;
  }

  async reading(): Promise<Lease> {
    return this.#lease(this.#readers, this.#limits.statement + ANSWER_GRACE_SECONDS);
  }

  /** The server does the work; only connections are kept apart. */
  readingLong(): Promise<Lease> {
    return this.reading();
  }

  async writing(): Promise<WritingLease> {
    return this.#begun(await this.#lease(this.#writers, this.#limits.statement + ANSWER_GRACE_SECONDS));
  }

  async probing(): Promise<WritingLease> {
    return this.#begun(await this.#lease(this.#probes, this.#limits.probe));
  }

  async migrating<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const { runner, connection } = await this.#connect({
      statementSeconds: null,
      lockWaitSeconds: this.#limits.statement,
    });
    try {
      return await work(runner);
    } finally {
      connection.destroy();
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  async #lease(slots: Slots, answerSeconds: number): Promise<BareLease> {
    await slots.take(this.#limits.patience * 1000);
    try {
      const { runner, connection } = await this.#ready();
      guard(runner, answerSeconds * 1000);
      const unit = begin(runner);
      const end = async (): Promise<void> => {
        finish(runner);
        this.#condemn(connection, unit.fault);
        await runner.release();
        slots.give();
      };
      return { runner, connection, unit, end };
    } catch (error) {
      slots.give();
      throw error;
    }
  }

  async #begun(bare: BareLease): Promise<WritingLease> {
    const { runner, connection, unit } = bare;
    let open = true;
    const lease: WritingLease = {
      runner,
      check: () => unit.check(),
      commit: async () => {
        unit.check();
        try {
          await runner.query("commit");
          open = false;
        } catch (error) {
          // Sent but not answered: the commit may have happened.
          if (faultOf(error) === "LOST") throw new DatabaseFault("UNKNOWN", "cut while committing", error);
          throw error;
        }
      },
      end: async () => {
        // A connection that fails to roll back is closed, which also rolls back.
        const gone = unit.fault !== null && handlingOf(unit.fault).condemns;
        if (open && !gone) await undo(connection, this.#limits.statement * 1000);
        await bare.end();
      },
    };
    try {
      await runner.query("start transaction");
      return lease;
    } catch (error) {
      await bare.end();
      throw error;
    }
  }

  #condemn(connection: MysqlConnection, fault: Fault | null): void {
    if (fault !== null && handlingOf(fault).condemnsAll && this.#known.get(connection) === this.#generation)
      this.#generation += 1;
    if ((fault !== null && handlingOf(fault).condemns) || this.#known.get(connection) !== this.#generation)
      connection.destroy();
  }

  /** A connection that is set up, and has not been condemned since. */
  async #ready(): Promise<Connected> {
    for (;;) {
      const generation = this.#generation;
      const connected = await this.#connect(
        { statementSeconds: this.#limits.statement, lockWaitSeconds: this.#limits.lockWait },
        generation,
      );
      if (this.#known.get(connected.connection) === this.#generation) return connected;
      connected.connection.destroy();
      await connected.runner.release();
    }
  }

  async #connect(limits: SessionLimits, generation?: number): Promise<Connected> {
    const runner = this.#source.createQueryRunner();
    const connection = await connect(runner, this.#limits.patience * 1000);
    if (generation !== undefined && this.#known.has(connection)) return { runner, connection };
    try {
      await within(this.#limits.patience * 1000, setUp(connection, this.#kind, limits));
      if (generation !== undefined) this.#known.set(connection, generation);
      return { runner, connection };
    } catch (error) {
      connection.destroy();
      await runner.release();
      throw unreachable(error);
    }
  }

  get #kind(): ServerKind {
    return this.#source.options.type === "mariadb" ? "mariadb" : "mysql";
  }
}

interface Connected {
  readonly runner: QueryRunner;
  readonly connection: MysqlConnection;
}

interface BareLease extends Connected, Lease {
  readonly unit: ReturnType<typeof begin>;
}

/** mysql2's pool waits for a connection forever; a caller should rather get an answer with Retry-After. */
async function connect(runner: QueryRunner, withinMs: number): Promise<MysqlConnection> {
  const connecting = runner.connect() as Promise<MysqlConnection>;
  try {
    return await within(withinMs, connecting);
  } catch (error) {
    // The connection may still arrive; then it must go back to the pool.
    void connecting.then(
      () => runner.release(),
      () => undefined,
    );
    throw unreachable(error);
  }
}

/** Whatever prevents a connection, even a wrong password: the caller can only try again later. */
const unreachable = (error: unknown): unknown =>
  faultOf(error) === null ? new DatabaseFault("LOST", describe(error), error) : error;
const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function undo(connection: MysqlConnection, withinMs: number): Promise<void> {
  try {
    await within(withinMs, connection.promise().query("rollback"));
  } catch {
    connection.destroy(); // in any case the server rolls back when the connection closes
  }
}
