import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, noteProblems, reasonProblems, type LedgerServices } from "../../../records/index.js";
import { settingsFor } from "../due-date.js";
import { findProposal, type ProposalStep } from "../find-proposal.js";
import type { ProposalRow } from "../proposal.entity.js";
import { answerNumberProblems, resultClassProblems } from "../proposal.problems.js";
import { lastRatedOn, recordProposalEvent, updateProposal } from "../proposal.store.js";

export interface AnswerProposal extends ProposalStep {
  readonly on: CalendarDate | null;
  readonly answerNumber: string | null;
  readonly resultClass: string | null;
  /** null leaves it as it is. */
  readonly published: boolean | null;
  /** Why an answer is recorded anew. */
  readonly reason: string | null;
}

/** Records the answer: the first, the one after 不满意, or what should have been recorded of one not rated yet. */
export async function answerProposal(
  session: Session,
  viewer: Viewer,
  input: AnswerProposal,
  { clock, calendar, onChange }: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { unit, proposal, state } = await findProposal(session, viewer, "answer", input);
  const now = clock.now();
  const { resultClass, reason } = input;
  const answeredOn = input.on ?? dateInShanghai(now);
  const answerNumber = input.answerNumber ?? proposal.answerNumber;
  const notBefore = await earliest(session, proposal);
  const problems = [
    ...dateProblems(answeredOn, ["input", "on"], { now, calendar, notBefore }),
    ...answerNumberProblems(answerNumber),
    ...resultClassProblems(proposal, resultClass, await settingsFor(session, unit)),
    ...(state === "ANSWERED" ? reasonProblems : noteProblems)(reason, ["input", "reason"]),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const answered = await updateProposal(session, proposal, {
    answeredOn,
    answerNumber,
    resultClass,
    published: input.published ?? proposal.published,
    redo: false,
    satisfaction: null,
  });
  await recordProposalEvent(session, viewer, unit, answered, {
    action: "answerProposal",
    onDate: answeredOn,
    now,
    note: [answerNumber, resultClass, reason].filter((part) => part !== null).join("；") || null,
  });
  await onChange(session, unit, yearOf(proposal.assignedOn));
  return { id: proposal.id };
}

async function earliest(session: Session, proposal: ProposalRow) {
  const ratedOn = await lastRatedOn(session, proposal);
  return ratedOn === null
    ? { date: proposal.assignedOn, what: text("交办日期", "the day it was assigned") }
    : { date: ratedOn, what: text("评价不满意的日期", "the day it was found unsatisfactory") };
}
