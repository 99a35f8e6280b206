import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { RequestOutcome } from "../../src/ledgers/requests/index.js";
import type { ReceiveRequest } from "../../src/ledgers/requests/api.js";
import type { Cells } from "../form-codes.js";
import type { SeedUnit } from "../units.js";
import type { Path } from "./paths.js";
import type { WorkingYear } from "./working-year.js";

export interface SeedRequest {
  readonly received: Omit<ReceiveRequest, "unitCode"> & { readonly receivedOn: CalendarDate };
  readonly outcome: RequestOutcome;
  readonly path: Path;
  readonly endedOn: CalendarDate;
  readonly servedOn: CalendarDate;
}

/** What a unit's ledgers are made from: its own report, so that the report falls out of them again. */
export interface LedgerFacts {
  readonly unit: SeedUnit;
  readonly year: WorkingYear;
  readonly cells: Cells;
  readonly lastYear: Cells;
}
