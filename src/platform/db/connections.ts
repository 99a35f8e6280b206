import type { QueryRunner } from "typeorm";
import type { Places } from "../../kernel/fair-queue.js";
import { DatabaseFault, faultOf, type Fault } from "./faults.js";
import { SCOPE_MARK } from "./tripwire.js";

/** In seconds. */
export interface DatabaseLimits {
  /** The last net under a runaway statement. On SQLite it holds long reads alone: the others run in this process. */
  readonly statement: number;
  /** Shorter than the above, so that whoever waits for a row is told of that. SQLite has but one lock, see patience. */
  readonly lockWait: number;
  /** How long a unit of work waits in all: for its turn, for a connection, for locks, in each attempt. */
  readonly patience: number;
  /** How long a look at the health waits. */
  readonly probe: number;
}

export const DEFAULT_LIMITS: DatabaseLimits = { statement: 30, lockWait: 2, patience: 8, probe: 2 };

/** A connection lent to one unit of work. */
export interface Lease {
  readonly runner: QueryRunner;
  /** Gives the connection back, or closes it where a statement on it met a fault that condemns it. */
  end(): Promise<void>;
}

/** One in whose transaction every statement runs. Ending it without a commit undoes all of it. */
export interface WritingLease extends Lease {
  /** Throws what has broken the transaction. */
  check(): void;
  commit(): Promise<void>;
}

/** The connections of one kind of database: what must be done so that each is whole whenever it is lent. */
export interface Connections {
  reading(): Promise<Lease>;
  /** For what reads many rows: it keeps neither the process nor short work waiting. */
  readingLong(): Promise<Lease>;
  /** How many of those there are at once. */
  readonly longReads: Places;
  writing(): Promise<WritingLease>;
  /** As `writing`, on what is kept for it alone, and soon: for a look at whether it would work. */
  probing(): Promise<WritingLease>;
  /** Without a statement's time limit; in a transaction where the database can undo a change of its schema. */
  migrating<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A statement may be lost to its time limit, and the unit of work go on; after any other fault nothing of it may. */
const GOES_ON: readonly (Fault | null)[] = [null, "SLOW"];

/** What one unit of work has met on its connection. Its runner carries it, and runs nothing without. */
export class Unit {
  #broken: unknown = null;

  /** `holds` tells, where the database can be asked at no cost, whether the unit's transaction is still there. */
  constructor(private readonly holds: () => boolean = () => true) {}

  get fault(): Fault | null {
    return this.#broken === null ? null : faultOf(this.#broken);
  }

  /** The unit ends here, in whatever it was about to do. */
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
 * Lets a runner's statements run within a unit of work alone, and none of them after a fault: code that catches an
 * error and goes on would otherwise write outside of the transaction that the fault has ended.
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

/** A link that swallows what is sent answers nothing, not even an error. */
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
