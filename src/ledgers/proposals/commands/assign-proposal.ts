import { authorize, type Viewer } from "../../../access/index.js";
import { yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import { newId, type Session } from "../../../platform/db/index.js";
import { dateProblems, type LedgerServices } from "../../../records/index.js";
import { dissolvedProblems, unitByCode } from "../../../units/index.js";
import { answerDue, settingsFor } from "../due-date.js";
import { PROPOSALS, type ProposalRow } from "../proposal.entity.js";
import { dueOnProblems, particularsProblems, sameProposalProblems } from "../proposal.problems.js";
import { recordProposalEvent, UNANSWERED } from "../proposal.store.js";
import type { ProposalKind, ProposalLevel, ProposalRole } from "../proposal.terms.js";

export interface AssignProposal {
  readonly unitCode: string;
  readonly kind: ProposalKind;
  readonly level: ProposalLevel;
  readonly role: ProposalRole;
  readonly session: string | null;
  readonly number: string;
  readonly title: string;
  readonly broad: boolean;
  readonly assignedOn: CalendarDate;
  /** null: by the period that holds for the unit. */
  readonly dueOn: CalendarDate | null;
}

/** 交办: enters what the unit is to answer, or to give its opinion on. */
export async function assignProposal(
  session: Session,
  viewer: Viewer,
  input: AssignProposal,
  { clock, calendar, onChange }: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { unitCode, ...given } = input;
  const unit = authorize(viewer, "proposal:record", await unitByCode(session, unitCode));
  const now = clock.now();
  const dueOn = given.dueOn ?? answerDue(await settingsFor(session, unit), given);
  const problems = [
    ...dateProblems(given.assignedOn, ["input", "assignedOn"], { now, calendar }),
    ...dissolvedProblems(unit, given.assignedOn, ["input", "assignedOn"]),
    ...dueOnProblems(dueOn, given.assignedOn),
    ...particularsProblems(given),
    ...(await sameProposalProblems(session, unit, { id: null, ...given })),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const proposal: ProposalRow = {
    ...given,
    ...UNANSWERED,
    id: newId(),
    unitId: unit.id,
    dueOn,
    satisfaction: null,
    redo: false,
    revision: 1,
    createdAt: now.toISOString(),
  };
  await session.rows(PROPOSALS).insert(unit, proposal);
  await recordProposalEvent(session, viewer, unit, proposal, {
    action: "assignProposal",
    onDate: proposal.assignedOn,
    now,
    note: null,
  });
  await onChange(session, unit, yearOf(proposal.assignedOn));
  return { id: proposal.id };
}
