import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "./unit.entity.js";

/** Everything at or below `from` is now at or below `to`; equal if only the kind of the unit changed. */
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

/**
 * Work that follows a change of a unit, in the same transaction under a system scope; the application defines it, in
 * order.
 */
export interface UnitFollowers {
  readonly moved: readonly ((session: Session, move: TreeMove) => Promise<void>)[];
  readonly business: readonly OpenBusiness[];
  /** Run after everything has been handed to the successor. */
  readonly handedOver: readonly ((session: Session, handOver: HandOver) => Promise<void>)[];
}
