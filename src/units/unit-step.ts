import { authorize, type Call, type Permission } from "../access/index.js";
import { dateInShanghai, type CalendarDate } from "../kernel/calendar-date.js";
import { isPlainText } from "../kernel/plain-text.js";
import { invalidInput, staleRevision, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import type { UnitRow } from "./unit.entity.js";
import type { UnitChange } from "./unit-life.entity.js";
import type { UnitFollowers } from "./unit-followers.js";
import { recordUnitEvent } from "./unit-life.store.js";
import { unitByCode } from "./unit.read-model.js";

const LONGEST_REASON = 500;

/** A call that changes the register. */
export interface UnitCall extends Call {
  readonly followers: UnitFollowers;
}

/** Input of every change of a unit. */
export interface UnitStep {
  readonly unitCode: string;
  /** The day on which it took effect; not given: today. */
  readonly on?: CalendarDate | null;
  /** Why: the document that ordered it. */
  readonly reason: string;
  readonly expectedRevision: number;
}

export interface StepFound {
  readonly unit: UnitRow;
  readonly on: CalendarDate;
  /** Problems of day and reason, to be reported with all others. */
  readonly problems: readonly Problem[];
}

/** NOT_FOUND, FORBIDDEN, STALE_REVISION, or the unit as the change finds it. */
export async function findForStep(
  { session, viewer, now }: Call,
  permission: Permission,
  { unitCode, on, reason, expectedRevision }: UnitStep,
): Promise<StepFound> {
  const unit = authorize(viewer, permission, await unitByCode(session, unitCode));
  if (unit.revision !== expectedRevision) throw staleRevision(unit.revision);
  const today = dateInShanghai(now);
  const problems = [...onProblems(on ?? today, unit, today), ...reasonProblems(reason)];
  return { unit, on: on ?? today, problems };
}

export const reasonProblems = (reason: string): Problem[] =>
  isPlainText(reason) && reason.trim().length >= 2 && reason.length <= LONGEST_REASON
    ? []
    : [
        invalidInput(
          ["input", "reason"],
          text(
            `须说明依据，2 至 ${LONGEST_REASON} 字，如批准文号`,
            `Give the order or document behind the change, in 2 to ${LONGEST_REASON} characters, such as a document number`,
          ),
        ),
      ];

/** Only past and present changes can be entered; future ones on their day. */
export function onProblems(on: CalendarDate, { establishedOn }: UnitRow, today: CalendarDate): Problem[] {
  if (on > today)
    return [
      invalidInput(
        ["input", "on"],
        text("不能晚于今天，届时再登记", "Not later than today: enter it on its day"),
      ),
    ];
  if (establishedOn !== null && on < establishedOn)
    return [
      invalidInput(
        ["input", "on"],
        text(`不能早于设立日期 ${establishedOn}`, `Not before it was set up, on ${establishedOn}`),
      ),
    ];
  return [];
}

export interface Done {
  readonly action: string;
  readonly on: CalendarDate;
  readonly reason: string | null;
  readonly details?: Readonly<Record<string, UnitChange>>;
}

/** Records the change and returns the unit as changed. */
export async function finished(
  { session }: Call,
  { code }: Pick<UnitRow, "code">,
  { action, on, reason, details = {} }: Done,
): Promise<UnitRow> {
  const unit = await unitByCode(session, code);
  if (!unit) throw new Error(`${code} was changed and is gone`);
  recordUnitEvent(session, unit, { onDate: on, action, reason, details });
  return unit;
}
