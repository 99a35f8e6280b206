import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "../units/index.js";

/**
 * Called in the transaction that changed a unit's ledgers, with the first year whose figures may differ now: reports
 * of that year and later ones are checked again. They themselves never change by it.
 */
export type OnLedgerChange = (session: Session, unit: UnitRow, sinceYear: number) => Promise<void>;
