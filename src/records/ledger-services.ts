import type { Commands } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";

/**
 * Called in the transaction that changed a unit's ledgers, with the first year whose figures may differ now: reports
 * of that year and later ones are checked again. The reports themselves never change by it.
 */
export type OnLedgerChange = (session: Session, unit: UnitRow, sinceYear: number) => Promise<void>;

/** Services of the commands of every ledger. */
export interface LedgerServices {
  readonly commands: Commands;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly onChange: OnLedgerChange;
}

/** Services of a single step; the time comes with the call. */
export type StepServices = Pick<LedgerServices, "calendar" | "onChange">;
