import { append } from "../../history/index.js";
import { authorize, type Call } from "../../access/index.js";
import { invalidInput, refuse } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { atOrBelow, newId, sql, type Session } from "../../platform/db/index.js";
import { isGovernment, unitByCode, type UnitRow } from "../../units/index.js";
import {
  dueDates,
  FILING_DEADLINES,
  reportableFormat,
  REPORTS,
  statutoryDueOn,
  yearProblem,
} from "../../reports/index.js";
import { markReports } from "../recheck-marks.js";

export interface SetDeadline {
  readonly under: string;
  readonly year: number;
  readonly dueOn: string;
}

/**
 * Sets a district's own date for the reports below it: earlier than the statute's 31 January, never later (条例 §49).
 */
export async function setDeadline(call: Call, input: SetDeadline): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "deadline:set", await unitByCode(session, input.under));
  const latest = statutoryDueOn(input.year, "OWN");
  const problems = reportableFormat(input.year, now) ? [] : [yearProblem(["input", "year"], now)];
  if (!isGovernment(unit.kind))
    problems.push(
      invalidInput(["input", "under"], text("只有一级政府可定报送日期", "Only a government sets a date")),
    );
  if (input.dueOn > latest || input.dueOn <= `${input.year}-12-31`)
    problems.push(
      invalidInput(
        ["input", "dueOn"],
        text(`日期须在次年 1 月 1 日至 ${latest} 之间`, `The date must be from 1 January to ${latest}`),
      ),
    );
  refuse(problems);
  const where = { unitId: unit.id, year: input.year };
  const before = await session.rows(FILING_DEADLINES).one(where);
  if (before) await session.rows(FILING_DEADLINES).update(where, { dueOn: input.dueOn });
  else await session.rows(FILING_DEADLINES).insert({ id: newId(), ...where, dueOn: input.dueOn });
  const changes = { dueOn: [before?.dueOn ?? null, input.dueOn] as const };
  const subject = { type: "FilingDeadline", id: String(input.year) } as const;
  append(call, { unit, subject, changes });
  await moveUnsubmitted(session, unit, input.year);
  await markReports(session, now, { unitId: unit.id, below: true, year: input.year });
  return unit;
}

/** Unsubmitted reports get the new date; a submitted report keeps its date. */
async function moveUnsubmitted(session: Session, { path }: UnitRow, year: number): Promise<void> {
  const dateOf = await dueDates(session, year, "OWN");
  const drafts = await session.query<{ unitId: string; path: string }>(
    sql`select r.unit_id as unitId, u.path from ${session.from(REPORTS, "r")} join units u on u.id = r.unit_id
        where r.year = ${year} and r.scope = 'OWN' and r.latest_version = 0 and ${atOrBelow("u.path", path)}`,
  );
  for (const dueOn of new Set(drafts.map(dateOf))) {
    const unitId = drafts.filter((draft) => dateOf(draft) === dueOn).map((draft) => draft.unitId);
    await session.rows(REPORTS).update({ unitId, year, scope: "OWN", latestVersion: 0 }, { dueOn });
  }
}
