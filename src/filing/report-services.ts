import type { Clock } from "../kernel/clock.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import type { Session } from "../platform/db/index.js";
import type { CheckInput } from "../rules/index.js";
import type { Settings } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import type { CountedVersion, ReportRow } from "../reports/index.js";

/** Services of the commands of reports; the ledgers' time limits need the calendar. */
export interface ReportServices {
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly listeners: FilingListeners;
}

/**
 * What the rooms above filing add to a report's checks, and what they do in the same transaction when its versions
 * change. app/ composes them, in their order.
 */
export interface FilingListeners {
  /** Facts of the ledgers and of the members of a 本级汇总, for the rules. */
  readonly facts: (
    session: Session,
    unit: UnitRow,
    report: ReportRow,
    terms: Omit<ReportServices, "listeners"> & { readonly settings: Settings },
  ) => Promise<Pick<CheckInput, "ledger" | "rollUp">>;
  readonly submitted: (
    session: Session,
    unit: UnitRow,
    report: ReportRow,
    versionId: string,
  ) => Promise<void>;
  /** The versions of a report that count, before and after a step of it. */
  readonly counted: (
    session: Session,
    unit: UnitRow,
    report: ReportRow,
    versions: { readonly before: readonly CountedVersion[]; readonly after: readonly CountedVersion[] },
  ) => Promise<void>;
}
