import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import {
  dateProblems,
  noteProblems,
  notNow,
  reasonProblems,
  type LedgerServices,
} from "../../../records/index.js";
import { redoDue, settingsFor } from "../due-date.js";
import { findProposal, type ProposalStep } from "../find-proposal.js";
import type { ProposalRow } from "../proposal.entity.js";
import { recordProposalEvent, UNANSWERED, updateProposal } from "../proposal.store.js";
import { SATISFACTIONS, type Satisfaction } from "../proposal.terms.js";

export interface RateProposal extends ProposalStep {
  readonly satisfaction: Satisfaction;
  readonly on: CalendarDate | null;
  /** Why a rating is recorded anew. */
  readonly reason: string | null;
}

/** Records what the deputy or member thinks of the answer; 不满意 opens it again, with a period of its own. */
export async function rateProposal(
  session: Session,
  viewer: Viewer,
  input: RateProposal,
  { clock, calendar, onChange }: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { satisfaction, reason } = input;
  const verb = satisfaction === "DISSATISFIED" ? "redo" : "rate";
  const { unit, proposal, state } = await findProposal(session, viewer, verb, input);
  if (proposal.role === "CO_ORGANIZER")
    throw notNow(
      ["input", "proposalId"],
      text("会办件由主办单位答复，不作满意度评价", "The lead answers it: a co-organizer is not rated"),
    );
  const now = clock.now();
  const on = input.on ?? dateInShanghai(now);
  const answered = proposal.answeredOn && {
    date: proposal.answeredOn,
    what: text("答复日期", "the day it was answered"),
  };
  const problems = [
    ...dateProblems(on, ["input", "on"], { now, calendar, notBefore: answered || null }),
    ...(state === "RATED" ? reasonProblems : noteProblems)(reason, ["input", "reason"]),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const values: Partial<ProposalRow> =
    satisfaction === "DISSATISFIED"
      ? { ...UNANSWERED, redo: true, satisfaction, dueOn: redoDue(await settingsFor(session, unit), on) }
      : { satisfaction };
  const rated = await updateProposal(session, proposal, values);
  await recordProposalEvent(session, viewer, unit, rated, {
    action: "rateProposal",
    onDate: on,
    now,
    note: [SATISFACTIONS[satisfaction].zh, reason].filter((part) => part !== null).join("；"),
  });
  await onChange(session, unit, yearOf(proposal.assignedOn));
  return { id: proposal.id };
}
