import { randomBytes } from "node:crypto";
import { begin, Commands, type Call, type Viewer } from "../../src/access/index.js";
import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import type { LedgerServices } from "../../src/records/index.js";
import type { Database, Session } from "../../src/platform/db/index.js";
import type { Vault } from "../../src/platform/vault/vault.js";
import type { Actors } from "../actors.js";
import { moment } from "../calendar.js";

/** What the entries of every unit are made with. */
export interface Bookkeeping {
  readonly database: Database;
  readonly session: Session;
  readonly actors: Actors;
  readonly calendar: WorkingCalendar;
  readonly vault: Vault;
}

/** One unit's ledgers while they are kept: its people, and the clock set to the time of each entry. */
export class Book {
  readonly session: Session;
  readonly clerk: Viewer;
  readonly reviewer: Viewer;
  readonly head: Viewer;

  constructor(
    readonly unitCode: string,
    private readonly keeping: Bookkeeping,
  ) {
    const { session, actors } = keeping;
    this.session = session;
    this.clerk = actors.holding("CLERK", unitCode);
    this.reviewer = actors.holding("REVIEWER", unitCode);
    this.head = actors.headOf(unitCode);
  }

  /**
   * What one entry is made with. Its history tells of the one who makes it. No report is checked again by an entry: the
   * ledgers are kept before the reports are filed.
   */
  at(
    date: CalendarDate,
    hour: number,
    operation = "loadDemo",
    by = this.clerk,
  ): LedgerServices & { readonly vault: Vault } {
    const { database, calendar, vault } = this.keeping;
    const { now } = this.call(by, operation, date, hour);
    const clock = { now: () => now };
    return {
      commands: new Commands(database, clock, { key: randomBytes(32), vault }),
      clock,
      calendar,
      vault,
      onChange: () => Promise.resolve(),
    };
  }

  /** The call of one command, made by one of the unit's people at a time of that day. */
  call(viewer: Viewer, operation: string, date: CalendarDate, hour: number): Call {
    const now = new Date(moment(date, hour, 0));
    return begin({
      session: this.session,
      viewer,
      operation,
      now,
      requestId: null,
      vault: this.keeping.vault,
    });
  }
}
