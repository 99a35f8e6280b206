import type { Commands } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import type { OnLedgerChange } from "./ledger-change.js";

/** What the use cases of every ledger work with. */
export interface LedgerServices {
  readonly commands: Commands;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly onChange: OnLedgerChange;
}
