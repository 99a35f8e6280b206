import { signedIn, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import { changeRecord, type LedgerServices } from "../../../records/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "../supply.entity.js";
import { columnsOf, overlapProblems, supplyProblems, type SupplyFields } from "../supply.rules.js";
import { holdSupplies, recordSupplyStep } from "../supply.store.js";
import { findSupply, type SupplyStep } from "./find-supply.js";

export type SupplyAmendment = SupplyStep & {
  readonly [Field in keyof Omit<SupplyFields, "indicator">]?: SupplyFields[Field] | null;
};

/** Changes a figure before it is signed off; who changed it last is who entered it. */
export async function amendSupply(
  session: Session,
  viewer: Viewer,
  amendment: SupplyAmendment,
  { clock, calendar, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const { supply, unit } = await findSupply(session, viewer, "amend", amendment);
  const fields = amended(supply, amendment);
  const held = await holdSupplies(session, unit, yearOf(fields.from));
  const others = held.filter(({ id }) => id !== supply.id);
  const problems = [
    ...supplyProblems(fields, { now: clock.now(), calendar }),
    ...overlapProblems(fields, others),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const after = await changeRecord(session, SUPPLIED_COUNTS, supply, {
    ...columnsOf(fields),
    enteredBy: signedIn(viewer).id,
  });
  recordSupplyStep(session, unit, supply, after);
  await onChange(session, unit, Math.min(supply.year, yearOf(fields.from)));
  return { id: supply.id };
}

const amended = (supply: SupplyRow, by: SupplyAmendment): SupplyFields => ({
  indicator: supply.indicator,
  supplier: by.supplier ?? supply.supplier,
  from: by.from ?? supply.fromOn,
  to: by.to ?? supply.toOn,
  quantity: by.quantity ?? supply.quantity,
});
