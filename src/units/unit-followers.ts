import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "./unit.entity.js";

/** Whatever lay at or below `from` lies at or below `to` now; the same twice: it stayed, but its kind changed. */
export interface TreeMove {
  readonly from: string;
  readonly to: string;
}

/** The open business of a dissolved unit goes to one of its successors. */
export interface HandOver {
  readonly from: UnitRow;
  readonly to: UnitRow;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly now: Date;
  readonly actor: { readonly id: string; readonly name: string };
}

/** One ledger of open business. */
export interface OpenBusiness {
  readonly count: (session: Session, unit: UnitRow) => Promise<number>;
  readonly handOver: (session: Session, handOver: HandOver) => Promise<void>;
}

/** What follows a unit, in the same transaction and under a system scope; the application says what, in which order. */
export interface UnitFollowers {
  readonly moved: readonly ((session: Session, move: TreeMove) => Promise<void>)[];
  readonly business: readonly OpenBusiness[];
  /** Once all of it is with the successor. */
  readonly handedOver: readonly ((session: Session, handOver: HandOver) => Promise<void>)[];
}
