import type { Call } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import {
  dateProblems,
  openRecord,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import { PROPOSAL } from "../proposal.js";
import { notBeforeAnswer } from "../proposal.rules.js";

export interface PublishAnswer extends Target {
  /** Today when left out. */
  readonly on?: CalendarDate | null;
}

/** 办理结果公开: the answer that stands was published. No figure of a report counts this. */
export async function publishAnswer(
  call: Call,
  input: PublishAnswer,
  { calendar }: Pick<StepServices, "calendar">,
): Promise<{ id: string }> {
  const { now } = call;
  const opened = await openRecord(call, PROPOSAL, "publish", input);
  const { record: proposal } = opened;
  const on = input.on ?? dateInShanghai(now);
  const notBefore = notBeforeAnswer(proposal);
  refuse(dateProblems(on, ["input", "on"], { now, calendar, notBefore }));
  await saveRecord(call, PROPOSAL, opened, { values: { published: true }, on, note: null });
  return { id: proposal.id };
}
