import { signedIn, type Call } from "../../access/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { newId, type Session } from "../../platform/db/index.js";
import type { RecordChange } from "../../records/index.js";
import type { OpenBusiness, UnitRow } from "../../units/index.js";
import { PROPOSAL_EVENTS, PROPOSALS, type ProposalRow } from "./proposal.entity.js";

/** Records the change that led to the proposal's latest revision. */
export async function recordProposalEvent(
  { session, viewer, operation, now }: Call,
  unit: UnitRow,
  { id: proposalId, revision }: ProposalRow,
  { on: onDate, note }: RecordChange,
): Promise<void> {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  await session.rows(PROPOSAL_EVENTS).insert(unit, {
    ...{ id: newId(), unitId: unit.id, proposalId, revision, at: now.toISOString() },
    ...{ actorId, actor, action: operation, onDate, note },
  });
}

/** The day of the last rating: a new answer cannot be older. */
export async function lastRatedOn(session: Session, { id }: ProposalRow): Promise<CalendarDate | null> {
  const ratings = await session
    .rows(PROPOSAL_EVENTS)
    .find({ proposalId: id, action: "rateProposal" }, { orderBy: { revision: "DESC" }, limit: 1 });
  return ratings[0]?.onDate ?? null;
}

const unanswered = (session: Session, unitId: string): Promise<ProposalRow[]> =>
  session.rows(PROPOSALS).find({ unitId, answeredOn: null });

/** 建议提案 that wait for an answer when their unit is dissolved: the successor answers them by the day that was set. */
export const OPEN_PROPOSALS: OpenBusiness = {
  count: async (session, { id }) => (await unanswered(session, id)).length,

  async handOver(session, { from, to, on, reason, now, actor }) {
    const proposals = await unanswered(session, from.id);
    for (const { id, unitId, revision } of proposals) {
      await session.rows(PROPOSALS).update({ id, unitId, revision }, { revision: revision + 1 });
      await session.rows(PROPOSAL_EVENTS).insert(from, {
        id: newId(),
        unitId,
        proposalId: id,
        revision: revision + 1,
        at: now.toISOString(),
        onDate: on,
        actorId: actor.id,
        actor: actor.name,
        action: "dissolveUnit",
        note: `由${from.name}移交${to.name} · handed over: ${reason}`,
      });
    }
    const rows = { ids: proposals.map(({ id }) => id), from: from.id, to: to.id };
    await session.relocate(async (relocation) => {
      await relocation.handOver(PROPOSALS, { key: "id", ...rows });
      await relocation.handOver(PROPOSAL_EVENTS, { key: "proposal_id", ...rows });
    });
  },
};
