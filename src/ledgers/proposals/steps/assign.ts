import { authorize, type Call } from "../../../access/index.js";
import { yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import { newId } from "../../../platform/db/index.js";
import { addRecord, dateProblems, type StepServices } from "../../../records/index.js";
import { dissolvedProblems, unitByCode } from "../../../units/index.js";
import { PROPOSAL } from "../proposal.js";
import {
  answerDue,
  dueOnProblems,
  particularsProblems,
  sameProposalProblems,
  settingsFor,
  UNANSWERED,
} from "../proposal.rules.js";
import type { ProposalKind, ProposalLevel, ProposalRole } from "../proposal.terms.js";

export interface AssignProposal {
  readonly unitCode: string;
  readonly kind: ProposalKind;
  readonly level: ProposalLevel;
  /** LEAD when left out. */
  readonly role?: ProposalRole | null;
  readonly session?: string | null;
  readonly number: string;
  readonly title: string;
  readonly broad?: boolean | null;
  readonly assignedOn: CalendarDate;
  /** By the period that holds for the unit when left out. */
  readonly dueOn?: CalendarDate | null;
}

/** 交办: enters a proposal that the unit is to answer, or to give its opinion on. */
export async function assignProposal(
  call: Call,
  input: AssignProposal,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, viewer, now } = call;
  const { unitCode, kind, level, number, title, assignedOn } = input;
  const unit = authorize(viewer, "proposal:record", await unitByCode(session, unitCode));
  const given = {
    ...{ kind, level, number, title, assignedOn, session: input.session ?? null },
    ...{ role: input.role ?? "LEAD", broad: input.broad ?? false },
  };
  const dueOn = input.dueOn ?? answerDue(await settingsFor(session, unit), given);
  refuse([
    ...dateProblems(assignedOn, ["input", "assignedOn"], { now, calendar }),
    ...dissolvedProblems(unit, assignedOn, ["input", "assignedOn"]),
    ...dueOnProblems(dueOn, assignedOn),
    ...particularsProblems(given),
    ...(await sameProposalProblems(session, unit, { id: null, ...given })),
  ]);
  const ofNow = { id: newId(), unitId: unit.id, revision: 1, createdAt: now.toISOString() };
  const row = { ...given, ...UNANSWERED, ...ofNow, dueOn, satisfaction: null, redo: false };
  const { id } = await addRecord(call, PROPOSAL, { unit, row }, { on: assignedOn, note: null });
  await onChange(session, unit, yearOf(assignedOn));
  return { id };
}
