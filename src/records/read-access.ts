import { authorize, type RequestContext } from "../access/index.js";
import type { UnitRow } from "../units/index.js";

/** Fields of a unit's ledgers: NOT_FOUND to strangers, FORBIDDEN to whoever has another role there. */
export const readableLedgers = ({ viewer }: RequestContext, unit: UnitRow): UnitRow =>
  authorize(viewer, "ledger:read", unit);
