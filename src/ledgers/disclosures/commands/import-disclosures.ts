import { authorize, type Viewer } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { invalidInput, Refusal, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { dissolvedProblems, holdUnit, unitByCode, type UnitRow } from "../../../units/index.js";
import { dueDate, fieldProblems, type DisclosureFields, type FieldLimits } from "../disclosure.rules.js";
import { eventBy, disclosuresAlike, insertDisclosures, newDisclosure } from "../disclosure.store.js";
import { duplicateProblems } from "../duplicates.rules.js";

const MOST_RECORDS = 1000;

export interface ImportDisclosures {
  readonly unitCode: string;
  readonly records: readonly DisclosureFields[];
  readonly allowDuplicates?: boolean | null;
}

/** Drafts many records, or with a problem in any of them none. They are reviewed like all others. */
export async function importDisclosures(
  session: Session,
  viewer: Viewer,
  { unitCode, records, allowDuplicates }: ImportDisclosures,
  { clock, calendar, onChange }: LedgerServices,
): Promise<{ ids: string[] }> {
  const unit = authorize(viewer, "disclosure:register", await unitByCode(session, unitCode));
  const now = clock.now();
  const problems = recordProblems(records, unit, { now, calendar, unitKind: unit.kind });
  if (problems.length > 0) throw new Refusal(...problems);
  if (!allowDuplicates) {
    // A simultaneous import of the same file waits here, and is then refused.
    await holdUnit(session, unit);
    const known = await disclosuresAlike(session, unit, records);
    const again = duplicateProblems(records, known);
    if (again.length > 0) throw new Refusal(...again);
  }
  const createdAt = now.toISOString();
  const here = (await calendarsOf(session, calendar))(unit);
  const rows = records.map((fields) =>
    newDisclosure(unit, fields, dueDate(fields.formedOn, here), createdAt),
  );
  await insertDisclosures(session, unit, rows, eventBy(viewer, now, "importDisclosures"));
  await onChange(session, unit, Math.min(...rows.map(({ formedOn }) => yearOf(formedOn))));
  return { ids: rows.map(({ id }) => id) };
}

function recordProblems(records: readonly DisclosureFields[], unit: UnitRow, limits: FieldLimits): Problem[] {
  if (records.length < 1 || records.length > MOST_RECORDS)
    return [
      invalidInput(
        ["input", "records"],
        text(
          `一次可导入 1 至 ${MOST_RECORDS} 条，本次 ${records.length} 条，均未存入`,
          `1 to ${MOST_RECORDS} records at a time; these are ${records.length}, and none was stored`,
        ),
      ),
    ];
  return records.flatMap((fields, i) => {
    const at = ["input", "records", String(i)];
    return [
      ...fieldProblems(fields, limits, (field) => [...at, field]),
      ...dissolvedProblems(unit, fields.formedOn, [...at, "formedOn"]),
    ];
  });
}
