import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
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
import { answerNumberProblems, resultClassProblems, settingsFor } from "../proposal.rules.js";
import { lastRatedOn } from "../proposal.store.js";

export interface AnswerProposal extends Target {
  /** Today when left out. */
  readonly on?: CalendarDate | null;
  readonly answerNumber?: string | null;
  readonly resultClass?: string | null;
  /** Stays as it is when left out. */
  readonly published?: boolean | null;
  /** Why an answer is recorded anew. */
  readonly reason?: string | null;
}

/** Records the answer: the first, the one after 不满意, or the correction of one not rated yet. */
export async function answerProposal(
  call: Call,
  input: AnswerProposal,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const opened = await openRecord(call, PROPOSAL, "answer", input);
  const { unit, record: proposal, state } = opened;
  const { resultClass = null, reason = null } = input;
  const answeredOn = input.on ?? dateInShanghai(now);
  const answerNumber = input.answerNumber ?? proposal.answerNumber;
  const notBefore = await earliest(session, proposal);
  refuse([
    ...dateProblems(answeredOn, ["input", "on"], { now, calendar, notBefore }),
    ...answerNumberProblems(answerNumber),
    ...resultClassProblems(proposal, resultClass, await settingsFor(session, unit)),
    ...(state === "ANSWERED" ? reasonProblems : noteProblems)(reason, ["input", "reason"]),
  ]);
  const published = input.published ?? proposal.published;
  const values = { answeredOn, answerNumber, resultClass, published, redo: false, satisfaction: null };
  const note = [answerNumber, resultClass, reason].filter((part) => part !== null).join("；") || null;
  await saveRecord(call, PROPOSAL, opened, { values, on: answeredOn, note });
  await onChange(session, unit, yearOf(proposal.assignedOn));
  return { id: proposal.id };
}

async function earliest(session: Session, proposal: ProposalRow) {
  const ratedOn = await lastRatedOn(session, proposal);
  return ratedOn === null
    ? { date: proposal.assignedOn, what: text("交办日期", "the day it was assigned") }
    : { date: ratedOn, what: text("评价不满意的日期", "the day it was found unsatisfactory") };
}
