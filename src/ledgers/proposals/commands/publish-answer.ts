import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import { Refusal } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, notNow, type LedgerServices } from "../../../records/index.js";
import { findProposal, type ProposalStep } from "../find-proposal.js";
import { recordProposalEvent, updateProposal } from "../proposal.store.js";

export interface PublishAnswer extends ProposalStep {
  readonly on: CalendarDate | null;
}

/** 办理结果公开: the answer that stands was published. No figure of a report counts it. */
export async function publishAnswer(
  session: Session,
  viewer: Viewer,
  input: PublishAnswer,
  { clock, calendar }: Pick<LedgerServices, "clock" | "calendar">,
): Promise<{ id: string }> {
  const { unit, proposal } = await findProposal(session, viewer, "publish", input);
  if (proposal.published)
    throw notNow(["input", "proposalId"], text("答复已经公开", "The answer is published already"));
  const now = clock.now();
  const on = input.on ?? dateInShanghai(now);
  const answered = proposal.answeredOn && {
    date: proposal.answeredOn,
    what: text("答复日期", "the day it was answered"),
  };
  const problems = dateProblems(on, ["input", "on"], { now, calendar, notBefore: answered || null });
  if (problems.length > 0) throw new Refusal(...problems);
  const published = await updateProposal(session, proposal, { published: true });
  await recordProposalEvent(session, viewer, unit, published, {
    action: "publishProposalAnswer",
    onDate: on,
    now,
    note: null,
  });
  return { id: proposal.id };
}
