import { append } from "../../../history/index.js";
import { authorize, callOf, signedIn, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import { newId, type Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { dissolvedProblems, unitByCode } from "../../../units/index.js";
import { SUPPLIED_COUNTS } from "../supply.entity.js";
import { columnsOf, overlapProblems, supplyProblems, type SupplyFields } from "../supply.rules.js";
import { holdSupplies } from "../supply.store.js";

/** Enters another office's figure; it counts once it is signed off. */
export async function recordSupply(
  session: Session,
  viewer: Viewer,
  unitCode: string,
  fields: SupplyFields,
  { clock, calendar, onChange }: LedgerServices,
): Promise<{ id: string }> {
  const unit = authorize(viewer, "supply:record", await unitByCode(session, unitCode));
  const now = clock.now();
  const year = yearOf(fields.from);
  const problems = [
    ...supplyProblems(fields, { now, calendar }),
    ...dissolvedProblems(unit, fields.from, ["input", "from"]),
    ...overlapProblems(fields, await holdSupplies(session, unit, year)),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const id = newId();
  await session.rows(SUPPLIED_COUNTS).insert(unit, {
    ...columnsOf(fields),
    id,
    unitId: unit.id,
    enteredBy: signedIn(viewer).id,
    signedOffAt: null,
    signedOffBy: null,
    revocation: null,
    revision: 1,
    createdAt: now.toISOString(),
  });
  append(callOf(session), {
    unit,
    subject: { type: "SuppliedCount", id },
    revision: 1,
    details: { ...fields },
  });
  await onChange(session, unit, year);
  return { id };
}
