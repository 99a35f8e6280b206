import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import {
  dateProblems,
  noteProblems,
  openRecord,
  reasonProblems,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import type { ProposalRow } from "../proposal.entity.js";
import { PROPOSAL } from "../proposal.js";
import { notBeforeAnswer, redoDue, settingsFor, UNANSWERED } from "../proposal.rules.js";
import { SATISFACTIONS, type Satisfaction } from "../proposal.terms.js";

export interface RateProposal extends Target {
  readonly satisfaction: Satisfaction;
  /** Today when left out. */
  readonly on?: CalendarDate | null;
  /** Why a rating is recorded anew. */
  readonly reason?: string | null;
}

/** Records how the deputy or member rates the answer; 不满意 opens the proposal again, with a period of its own. */
export async function rateProposal(
  call: Call,
  input: RateProposal,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const { satisfaction, reason = null } = input;
  const again = satisfaction === "DISSATISFIED";
  const opened = await openRecord(call, PROPOSAL, again ? "redo" : "rate", input);
  const { unit, record: proposal, state } = opened;
  const on = input.on ?? dateInShanghai(now);
  refuse([
    ...dateProblems(on, ["input", "on"], { now, calendar, notBefore: notBeforeAnswer(proposal) }),
    ...(state === "RATED" ? reasonProblems : noteProblems)(reason, ["input", "reason"]),
  ]);
  const values: Partial<ProposalRow> = again
    ? { ...UNANSWERED, redo: true, satisfaction, dueOn: redoDue(await settingsFor(session, unit), on) }
    : { satisfaction };
  const note = [SATISFACTIONS[satisfaction].zh, reason].filter((part) => part !== null).join("；");
  await saveRecord(call, PROPOSAL, opened, { values, on, note });
  await onChange(session, unit, yearOf(proposal.assignedOn));
  return { id: proposal.id };
}
