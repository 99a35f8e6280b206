import { appendSteps, carryOver, stepsOf } from "../../history/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { Session } from "../../platform/db/index.js";
import type { OpenBusiness } from "../../units/index.js";
import { PROPOSALS, type ProposalRow } from "./proposal.entity.js";

/** The day of the last rating: a new answer cannot be older. */
export async function lastRatedOn(session: Session, { id }: ProposalRow): Promise<CalendarDate | null> {
  const steps = await stepsOf(session, "Proposal", [id]);
  return steps.findLast(({ operation }) => operation === "rateProposal")?.onDate ?? null;
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
      const note = `由${from.name}移交${to.name} · handed over: ${reason}`;
      const done = { action: "handOver", at: now.toISOString(), onDate: on, note };
      const step = { subjectId: id, revision: revision + 1, actorId: actor.id, actor: actor.name, ...done };
      appendSteps(session, from, "Proposal", [step]);
    }
    const ids = proposals.map(({ id }) => id);
    await carryOver(session, "Proposal", { ids, from, to });
    await session.relocate((relocation) =>
      relocation.handOver(PROPOSALS, { key: "id", ids, from: from.id, to: to.id }),
    );
  },
};
