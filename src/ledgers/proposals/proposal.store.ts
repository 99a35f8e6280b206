import { signedIn, type Viewer } from "../../access/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { newId, type Session } from "../../platform/db/index.js";
import { changeRecord } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import { PROPOSAL_EVENTS, PROPOSALS, type ProposalRow } from "./proposal.entity.js";

/** No answer yet, or none that stands any more: the events keep what it was. */
export const UNANSWERED = {
  answeredOn: null,
  answerNumber: null,
  resultClass: null,
  published: false,
} as const satisfies Partial<ProposalRow>;

export const proposalRow = (session: Session, id: string): Promise<ProposalRow | null> =>
  session.rows(PROPOSALS).one({ id });

export const updateProposal = (
  session: Session,
  proposal: ProposalRow,
  values: Partial<ProposalRow>,
): Promise<ProposalRow> => changeRecord(session, PROPOSALS, proposal, values);

interface Happening {
  readonly action:
    "assignProposal" | "answerProposal" | "rateProposal" | "publishProposalAnswer" | "amendProposal";
  readonly onDate: CalendarDate;
  readonly now: Date;
  readonly note: string | null;
}

/** Writes down what the proposal's latest revision came of. */
export async function recordProposalEvent(
  session: Session,
  viewer: Viewer,
  unit: UnitRow,
  { id: proposalId, revision }: ProposalRow,
  { now, ...happening }: Happening,
): Promise<void> {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  await session.rows(PROPOSAL_EVENTS).insert(unit, {
    id: newId(),
    unitId: unit.id,
    proposalId,
    revision,
    at: now.toISOString(),
    actorId,
    actor,
    ...happening,
  });
}

/** The day of the last rating: a new answer cannot be older. */
export async function lastRatedOn(session: Session, { id }: ProposalRow): Promise<CalendarDate | null> {
  const ratings = await session
    .rows(PROPOSAL_EVENTS)
    .find({ proposalId: id, action: "rateProposal" }, { orderBy: { revision: "DESC" }, limit: 1 });
  return ratings[0]?.onDate ?? null;
}
