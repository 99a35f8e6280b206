import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { notAllowedNow, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import {
  dateProblems,
  noteProblems,
  openRecord,
  reasonProblems,
  saveRecord,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import type { Settings } from "../../../settings/index.js";
import type { ProposalRow } from "../proposal.entity.js";
import { PROPOSAL } from "../proposal.js";
import {
  answerDue,
  answerNumberProblems,
  dueOnProblems,
  particularsProblems,
  resultClassProblems,
  sameProposalProblems,
  settingsFor,
} from "../proposal.rules.js";
import { PROPOSAL_STATES, type ProposalState } from "../proposal.terms.js";

const PARTICULARS = ["title", "number", "session", "level"] as const;
const DATES = ["broad", "assignedOn", "dueOn"] as const;
const ANSWER = ["answerNumber", "resultClass"] as const;

type Amendable = (typeof PARTICULARS | typeof DATES | typeof ANSWER)[number];
/** null removes the value. */
const MAY_BE_EMPTY: readonly Amendable[] = ["session", "answerNumber"];

/** Fields that can be corrected in each state: the dates until the answer, of an answer its number and class. */
const AMENDABLE: Readonly<Record<ProposalState, readonly Amendable[]>> = {
  OPEN: [...PARTICULARS, ...DATES],
  REDO: [...PARTICULARS, "dueOn"],
  ANSWERED: [...PARTICULARS, ...ANSWER],
  RATED: [...PARTICULARS, ...ANSWER],
};

type Changes = Partial<Pick<ProposalRow, Amendable>>;

/** A field that is left out stays as it is; null does, too, except where a field may be empty. */
export type AmendProposal = Target & {
  readonly [Field in Amendable]?: ProposalRow[Field] | null;
} & { readonly reason?: string | null };

/** Corrects a slip in what was recorded; once the proposal is answered, with a reason. */
export async function amendProposal(
  call: Call,
  input: AmendProposal,
  { calendar, onChange }: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const opened = await openRecord(call, PROPOSAL, "amend", input);
  const { unit, record: proposal, state } = opened;
  const { reason = null } = input;
  const settings = await settingsFor(session, unit);
  const asked = changesIn(input);
  const values = withDueDate(proposal, asked, settings);
  const amended = { ...proposal, ...values };
  refuse([
    ...closedProblems(state, asked),
    ...dateProblems(values.assignedOn, ["input", "assignedOn"], { now, calendar }),
    ...dueOnProblems(amended.dueOn, amended.assignedOn),
    ...particularsProblems(amended),
    ...answerNumberProblems(amended.answerNumber),
    ...(values.resultClass === undefined ? [] : resultClassProblems(proposal, values.resultClass, settings)),
    ...(proposal.answeredOn === null ? noteProblems : reasonProblems)(reason, ["input", "reason"]),
    ...(await sameProposalProblems(session, unit, amended)),
  ]);
  await saveRecord(call, PROPOSAL, opened, { values, on: dateInShanghai(now), note: reason });
  await onChange(session, unit, Math.min(yearOf(proposal.assignedOn), yearOf(amended.assignedOn)));
  return { id: proposal.id };
}

const changesIn = (input: AmendProposal): Changes =>
  Object.fromEntries(
    [...PARTICULARS, ...DATES, ...ANSWER]
      .map((field) => [field, input[field]] as const)
      .filter(([field, value]) => (MAY_BE_EMPTY.includes(field) ? value !== undefined : value != null)),
  );

/** With another first day or period the proposal is due on another day, unless one is given. */
function withDueDate(proposal: ProposalRow, changes: Changes, settings: Settings): Changes {
  const moved = changes.broad !== undefined || changes.assignedOn !== undefined;
  if (!moved || changes.dueOn !== undefined) return changes;
  return { ...changes, dueOn: answerDue(settings, { ...proposal, ...changes }) };
}

const closedProblems = (state: ProposalState, changes: Changes): Problem[] =>
  (Object.keys(changes) as Amendable[])
    .filter((field) => !AMENDABLE[state].includes(field))
    .map((field) =>
      notAllowedNow(
        ["input", field],
        text(
          `现为“${PROPOSAL_STATES[state].zh}”，不能更正此项`,
          `The proposal is ${PROPOSAL_STATES[state].en}: this cannot be corrected now`,
        ),
      ),
    );
