import { authorize, signedIn, type Call } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import { newId, type Session } from "../../../platform/db/index.js";
import {
  addRecord,
  deleteRecord,
  openRecord,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import { dissolvedProblems, holdUnit, unitByCode, type UnitRow } from "../../../units/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "../supply.entity.js";
import { columnsOf, overlapProblems, supplyProblems, type SupplyFields } from "../supply.rules.js";
import { SUPPLY } from "../supply.js";

/** Enters another office's figure; it counts once it is signed off. */
export async function recordSupply(
  call: Call,
  { unitCode, ...fields }: SupplyFields & { readonly unitCode: string },
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "supply:record", await unitByCode(session, unitCode));
  const year = yearOf(fields.from);
  refuse([
    ...supplyProblems(fields, { now, calendar }),
    ...dissolvedProblems(unit, fields.from, ["input", "from"]),
    ...overlapProblems(fields, await heldSupplies(session, unit, year)),
  ]);
  const ofNow = { id: newId(), unitId: unit.id, revision: 1, createdAt: now.toISOString() };
  const row = { ...columnsOf(fields), ...UNSIGNED, ...ofNow, enteredBy: signedIn(viewer).id };
  const happening = { on: dateInShanghai(now), note: null };
  const { id } = await addRecord(call, SUPPLY, { unit, row }, happening);
  await onChange(session, unit, year);
  return { id };
}

const UNSIGNED = { signedOffAt: null, signedOffBy: null, revocation: null } as const;

/** The figures of a unit and a year: whoever enters another one waits until this transaction ends. */
async function heldSupplies(session: Session, unit: UnitRow, year: number): Promise<SupplyRow[]> {
  await holdUnit(session, unit);
  return session.rows(SUPPLIED_COUNTS).find({ unitId: unit.id, year });
}

export type AmendSupply = Target & {
  readonly [Field in keyof Omit<SupplyFields, "indicator">]?: SupplyFields[Field] | null;
};

/** Changes a figure before it is signed off; who changed it last is who entered it. */
export async function amendSupply(
  call: Call,
  input: AmendSupply,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, viewer, now } = call;
  const opened = await openRecord(call, SUPPLY, "amend", input);
  const { unit, record: supply } = opened;
  const fields = amended(supply, input);
  const held = await heldSupplies(session, unit, yearOf(fields.from));
  refuse([
    ...supplyProblems(fields, { now, calendar }),
    ...overlapProblems(
      fields,
      held.filter(({ id }) => id !== supply.id),
    ),
  ]);
  const values = { ...columnsOf(fields), enteredBy: signedIn(viewer).id };
  await saveRecord(call, SUPPLY, opened, { values, on: dateInShanghai(now), note: null });
  await onChange(session, unit, Math.min(supply.year, yearOf(fields.from)));
  return { id: supply.id };
}

const amended = (supply: SupplyRow, by: AmendSupply): SupplyFields => ({
  indicator: supply.indicator,
  supplier: by.supplier ?? supply.supplier,
  from: by.from ?? supply.fromOn,
  to: by.to ?? supply.toOn,
  quantity: by.quantity ?? supply.quantity,
});

/** Deletes a figure that was entered by mistake, before anybody signed it off. */
export async function deleteSupply(
  call: Call,
  input: Target,
  { onChange }: Pick<StepServices, "onChange">,
): Promise<{ id: string }> {
  const opened = await openRecord(call, SUPPLY, "delete", input);
  const { unit, record: supply } = opened;
  await deleteRecord(call, SUPPLY, opened, { on: dateInShanghai(call.now), note: null });
  await onChange(call.session, unit, supply.year);
  return { id: supply.id };
}
