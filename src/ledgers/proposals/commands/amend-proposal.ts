import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { Refusal, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, noteProblems, reasonProblems, type LedgerServices } from "../../../records/index.js";
import type { Settings } from "../../../settings/index.js";
import { answerDue, settingsFor } from "../due-date.js";
import { findProposal, type ProposalStep } from "../find-proposal.js";
import type { ProposalRow } from "../proposal.entity.js";
import {
  answerNumberProblems,
  dueOnProblems,
  particularsProblems,
  resultClassProblems,
  sameProposalProblems,
} from "../proposal.problems.js";
import { recordProposalEvent, updateProposal } from "../proposal.store.js";
import { PROPOSAL_STATES, type ProposalState } from "../proposal.terms.js";

type Amendable =
  | "title"
  | "number"
  | "session"
  | "level"
  | "broad"
  | "assignedOn"
  | "dueOn"
  | "answerNumber"
  | "resultClass";

/** What is left out stays as it is. */
export interface AmendProposal extends ProposalStep {
  readonly changes: Partial<Pick<ProposalRow, Amendable>>;
  readonly reason: string | null;
}

const PARTICULARS = ["title", "number", "session", "level"] as const;

/** What can be mended when: the dates while it is unanswered, of an answer only its number and class. */
const AMENDABLE: Readonly<Record<ProposalState, readonly Amendable[]>> = {
  OPEN: [...PARTICULARS, "broad", "assignedOn", "dueOn"],
  REDO: [...PARTICULARS, "dueOn"],
  ANSWERED: [...PARTICULARS, "answerNumber", "resultClass"],
  RATED: [...PARTICULARS, "answerNumber", "resultClass"],
};

/** Mends a slip in what was recorded; once it is answered, with a reason. */
export async function amendProposal(
  session: Session,
  viewer: Viewer,
  input: AmendProposal,
  { clock, calendar, onChange }: Pick<LedgerServices, "clock" | "calendar" | "onChange">,
): Promise<{ id: string }> {
  const { unit, proposal, state } = await findProposal(session, viewer, "amend", input);
  const now = clock.now();
  const settings = await settingsFor(session, unit);
  const changes = withDueDate(proposal, input.changes, settings);
  const amended = { ...proposal, ...changes };
  const unanswered = proposal.answeredOn === null;
  const problems = [
    ...closedProblems(state, input.changes),
    ...dateProblems(changes.assignedOn, ["input", "assignedOn"], { now, calendar }),
    ...dueOnProblems(amended.dueOn, amended.assignedOn),
    ...particularsProblems(amended),
    ...answerNumberProblems(amended.answerNumber),
    ...(changes.resultClass === undefined
      ? []
      : resultClassProblems(proposal, changes.resultClass, settings)),
    ...(unanswered ? noteProblems : reasonProblems)(input.reason, ["input", "reason"]),
    ...(await sameProposalProblems(session, unit, amended)),
  ];
  if (problems.length > 0) throw new Refusal(...problems);
  const saved = await updateProposal(session, proposal, changes);
  await recordProposalEvent(session, viewer, unit, saved, {
    action: "amendProposal",
    onDate: dateInShanghai(now),
    now,
    note: input.reason,
  });
  await onChange(session, unit, Math.min(yearOf(proposal.assignedOn), yearOf(saved.assignedOn)));
  return { id: proposal.id };
}

/** With another first day or period it is due on another day, unless one is given. */
function withDueDate(
  proposal: ProposalRow,
  changes: AmendProposal["changes"],
  settings: Settings,
): AmendProposal["changes"] {
  const moved = changes.broad !== undefined || changes.assignedOn !== undefined;
  if (!moved || changes.dueOn !== undefined) return changes;
  return { ...changes, dueOn: answerDue(settings, { ...proposal, ...changes }) };
}

const closedProblems = (state: ProposalState, changes: AmendProposal["changes"]): Problem[] =>
  (Object.keys(changes) as Amendable[])
    .filter((field) => !AMENDABLE[state].includes(field))
    .map((field) => ({
      code: "NOT_ALLOWED_NOW",
      path: ["input", field],
      message: text(
        `现为“${PROPOSAL_STATES[state].zh}”，不能更正此项`,
        `It is ${PROPOSAL_STATES[state].en}: this cannot be mended now`,
      ),
    }));
