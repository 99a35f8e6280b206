import { callOf } from "../../access/index.js";
import { append, changesBetween } from "../../history/index.js";
import type { Session } from "../../platform/db/index.js";
import { staleRecord } from "../../records/index.js";
import { holdUnit, type UnitRow } from "../../units/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "./supply.entity.js";

/** The figures of a unit and a year: whoever enters another one waits until this transaction ends. */
export async function holdSupplies(session: Session, unit: UnitRow, year: number): Promise<SupplyRow[]> {
  await holdUnit(session, unit);
  return session.rows(SUPPLIED_COUNTS).find({ unitId: unit.id, year });
}

/** Deletes the figure if nobody else has changed it since it was read. */
export async function deleteSupply(session: Session, { id, unitId, revision }: SupplyRow): Promise<void> {
  const rows = session.rows(SUPPLIED_COUNTS);
  const deleted = await rows.delete({ id, unitId, revision });
  if (deleted === 0) throw staleRecord((await rows.one({ id }))?.revision ?? revision + 1);
}

/** What became of the figure, in the unit's history. */
export const recordSupplyStep = (
  session: Session,
  unit: UnitRow,
  before: SupplyRow,
  after: SupplyRow,
  reason: string | null = null,
): void => {
  const { revision, ...values } = after;
  const changes = changesBetween({ ...before, revision: null }, { ...values, revision: null });
  append(callOf(session), {
    unit,
    subject: { type: "SuppliedCount", id: before.id },
    revision,
    changes,
    reason,
  });
};
