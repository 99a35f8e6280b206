import { authorize, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import type { Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { dissolvedProblems, unitByCode } from "../../../units/index.js";
import { dueDate, fieldProblems, type DisclosureFields } from "../disclosure.rules.js";
import { eventBy, insertDisclosures, newDisclosure } from "../disclosure.store.js";

/** Drafts a record; nobody but the unit and its district sees it until it is published. */
export async function registerDisclosure(
  session: Session,
  viewer: Viewer,
  unitCode: string,
  fields: DisclosureFields,
  { clock, calendar, onChange }: LedgerServices,
): Promise<{ ids: string[] }> {
  const unit = authorize(viewer, "disclosure:register", await unitByCode(session, unitCode));
  const now = clock.now();
  const problems = [
    ...fieldProblems(fields, { now, calendar, unitKind: unit.kind }, (f) => ["input", f]),
    ...dissolvedProblems(unit, fields.formedOn, ["input", "formedOn"]),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const here = (await calendarsOf(session, calendar))(unit);
  const row = newDisclosure(unit, fields, dueDate(fields.formedOn, here), now.toISOString());
  await insertDisclosures(session, unit, [row], eventBy(viewer, now, "registerDisclosure"));
  await onChange(session, unit, yearOf(fields.formedOn));
  return { ids: [row.id] };
}
