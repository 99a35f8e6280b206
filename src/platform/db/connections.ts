import {
  EventSubscriber,
  type BeforeQueryEvent,
  type EntitySubscriberInterface,
  type QueryRunner,
} from "typeorm";
import type { AnyTable } from "./table.js";
import type { Places } from "../../kernel/fair-queue.js";
import { DatabaseFault, faultOf, type Fault, busy } from "./faults.js";

/** Called with every statement and its parameters before the statement runs: tests count and explain statements. */
export type Observer = (statement: string, parameters: readonly unknown[]) => void;

/** In seconds. */
export interface DatabaseLimits {
  /** Time limit of a statement. On SQLite it limits long reads only: the others run in this process. */
  readonly statement: number;
  /**
   * Shorter than `statement`, so that a wait for a lock is reported as such. SQLite has one lock only, see patience.
   */
  readonly lockWait: number;
  /** Longest wait of a unit of work in all: for its turn, a connection and locks, over all attempts. */
  readonly patience: number;
  /** Longest wait of a health check. */
  readonly probe: number;
}

export const DEFAULT_LIMITS: DatabaseLimits = { statement: 30, lockWait: 2, patience: 8, probe: 2 };

/** A connection lent to one unit of work. */
export interface Lease {
  readonly runner: QueryRunner;
  /** Returns the connection, or closes it after a fault that condemns it. */
  end(): Promise<void>;
}

/** A lease with a transaction for every statement. Ending it without a commit rolls back. */
export interface WritingLease extends Lease {
  /** Throws the error that broke the transaction, if any. */
  check(): void;
  commit(): Promise<void>;
}

/** The connections of one kind of database, each in order whenever it is lent. */
export interface Connections {
  reading(): Promise<Lease>;
  /** For reads of many rows; they block neither the process nor short work. */
  readingLong(): Promise<Lease>;
  /** Limits on concurrent long reads. */
  readonly longReads: Places;
  writing(): Promise<WritingLease>;
  /** As `writing`, on a reserved connection and with a short wait: for the health check. */
  probing(): Promise<WritingLease>;
  /** Without a statement time limit; in a transaction if the database can undo a change of its schema. */
  migrating<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** After a statement timeout the unit of work may go on; after any other fault it may not. */
const GOES_ON: readonly (Fault | null)[] = [null, "SLOW"];

/** State of one unit of work on its connection. The runner carries it, and runs no statement without it. */
export class Unit {
  #broken: unknown = null;

  /** `holds` says whether the unit's transaction still exists, where the database can answer that at no cost. */
  constructor(private readonly holds: () => boolean = () => true) {}

  get fault(): Fault | null {
    return this.#broken === null ? null : faultOf(this.#broken);
  }

  /** Marks the unit as broken: none of its statements runs any more. */
  break(error: unknown): void {
    if (!GOES_ON.includes(faultOf(error))) this.#broken ??= error;
  }

  check(): void {
    if (this.#broken === null && !this.holds())
      this.#broken = new DatabaseFault("LOST", "the transaction is gone");
    if (this.#broken !== null) throw this.#broken as Error;
  }
}

const UNIT_MARK = "unitOfWork";

export function begin(runner: QueryRunner, holds?: () => boolean): Unit {
  const unit = new Unit(holds);
  runner.data[UNIT_MARK] = unit;
  return unit;
}

export function finish(runner: QueryRunner): void {
  delete runner.data[UNIT_MARK];
  delete runner.data[SCOPE_MARK];
}

/**
 * Lets a runner execute statements only within a unit of work, and none after a fault: code that catches an error and
 * goes on would otherwise write outside of the transaction that the fault has ended.
 */
export function guard(runner: QueryRunner, deadlineMs: number | null): void {
  const run = runner.query.bind(runner) as (...statement: unknown[]) => Promise<unknown>;
  runner.query = async (...statement: unknown[]): Promise<never> => {
    const unit = runner.data[UNIT_MARK] as Unit | undefined;
    if (!unit) throw new Error("a statement outside a unit of work");
    unit.check();
    try {
      return (await (deadlineMs === null
        ? run(...statement)
        : within(deadlineMs, run(...statement)))) as never;
    } catch (error) {
      unit.break(error);
      throw error;
    }
  };
}

/** Fails after `ms`: a broken link may answer nothing, not even an error. */
export async function within<T>(ms: number, running: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseFault("LOST", `no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([running, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A limited number at a time, first come, first served; a caller that waits too long, or finds too many waiting, is
 * refused.
 */
export class Slots {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(
    size: number,
    private readonly mostWaiting: number,
  ) {
    this.#free = size;
  }

  /** Takes a slot; the taker must give it back. */
  async take(withinMs: number): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.size >= this.mostWaiting) throw busy();
    await new Promise<void>((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(mine);
        reject(busy());
      }, withinMs);
      this.#waiting.add(mine);
    });
  }

  give(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

/** Key in a query runner's `data` for the scope under which it runs; absent without a scope. */
export const SCOPE_MARK = "tenantScope";

/** Migrations change tables without reading rows; `create table ... as select` would read rows and is excluded. */
const SCHEMA_CHANGE = /^\s*(?:create|alter) (?:table|index|unique index)\b(?![^]*\bselect\b)/i;

/**
 * The last fence: refuses any statement on a tenant's table from a query runner that no unit of work opened, in
 * production too. It does not see `stream()`, which the lint rules ban.
 */
export function tenantTripwire(
  tables: readonly AnyTable[],
  observe?: Observer,
): new () => EntitySubscriberInterface {
  const names = tables.filter((t) => t.kind === "tenant").map((t) => t.name);
  const mentionsTenants = new RegExp(`\\b(?:${names.join("|")})\\b`, "i");

  @EventSubscriber()
  class TenantTripwire implements EntitySubscriberInterface {
    beforeQuery(event: BeforeQueryEvent): void {
      observe?.(event.query, (event.parameters as readonly unknown[] | undefined) ?? []);
      if (event.queryRunner.data[SCOPE_MARK] !== undefined || SCHEMA_CHANGE.test(event.query)) return;
      if (names.length > 0 && mentionsTenants.test(event.query))
        throw new Error("a statement on a tenant's table outside a unit of work");
    }
  }
  return TenantTripwire;
}
