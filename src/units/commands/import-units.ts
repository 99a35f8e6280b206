import { staleRevision } from "../../kernel/problem.js";
import type { CsvProblem } from "../../kernel/csv-table.js";
import { forbidden } from "../../kernel/fault.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { holdsSomewhere, signedIn, type Call } from "../../access/index.js";
import { newUnitOf } from "../founding.js";
import { readUnitFile } from "../unit-file.js";
import type { UnitChange } from "../unit-life.entity.js";
import { foundingChanges, recordUnitEvent } from "../unit-life.store.js";
import { planOf, type Step } from "../unit-plan.js";
import { unitsByCodes } from "../unit.read-model.js";
import { changeUnit, insertUnit, keepName } from "../unit.store.js";

export interface ImportUnits {
  readonly csv: string;
  readonly preview: boolean;
}

/** The result of one row, or in a preview its expected result. */
export interface ImportedRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly action: "CREATE" | "CHANGE" | "NONE";
  readonly changes: Readonly<Record<string, UnitChange>>;
}

export interface ImportedUnits {
  readonly rows: readonly ImportedRow[];
  readonly rowProblems: readonly CsvProblem[];
  readonly done: boolean;
}

/** Imports a file of units, all or nothing. An existing unit is amended where the file differs. */
export async function importUnits(call: Call, { csv, preview }: ImportUnits): Promise<ImportedUnits> {
  if (!holdsSomewhere(call.viewer, "unit:create")) throw forbidden();
  const file = readUnitFile(csv);
  const plan = await planOf(call, file);
  const rows = plan.steps.map(({ line: { row, code, name }, known, changes }): ImportedRow => {
    const action = known ? (Object.keys(changes).length > 0 ? "CHANGE" : "NONE") : "CREATE";
    return { row, code, name, action, changes };
  });
  rows.sort((a, b) => a.row - b.row);
  const problems = [...file.problems, ...plan.problems].sort((a, b) => a.row - b.row);
  const done = problems.length === 0 && !preview;
  if (done) await carryOut(call, plan.steps);
  return { rows, rowProblems: problems, done };
}

async function carryOut(call: Call, steps: readonly Step[]): Promise<void> {
  const { session, viewer, now } = call;
  const { id: actorId } = signedIn(viewer);
  const at = now.toISOString();
  const today = dateInShanghai(now);
  const above = new Map(
    (
      await unitsByCodes(
        session,
        steps.map(({ parentCode }) => parentCode),
      )
    ).map((u) => [u.code, u]),
  );
  for (const { given, known, parentCode, changes } of steps) {
    if (known && Object.keys(changes).length === 0) continue;
    const happening = { action: "importUnits", reason: null, details: changes };
    if (!known) {
      const parent = above.get(parentCode) ?? null;
      const unit = await insertUnit(session, newUnitOf(given), parent);
      above.set(unit.code, unit);
      const onDate = unit.establishedOn ?? today;
      recordUnitEvent(session, unit, { ...happening, onDate, details: foundingChanges(unit, parent) });
      continue;
    }
    const { code: _code, kind: _kind, ...values } = newUnitOf(given);
    if ("name" in changes || "shortName" in changes) await keepName(session, known, { at, by: actorId });
    const next = { ...values, creditCode: values.creditCode ?? null };
    if (!(await changeUnit(session, known, next))) throw staleRevision(known.revision + 1);
    const revision = known.revision + 1;
    recordUnitEvent(session, { ...known, revision }, { ...happening, onDate: today });
  }
}
