import { appendSteps, carryOver, handOverPersonalKeys } from "../../history/index.js";
import type { Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { handOverRequests, openRequestIds } from "../requests/index.js";
import type { HandOver, OpenBusiness } from "../../units/index.js";
import { filesOf } from "./files.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";

/** Open requests and pending cases: the successor answers for both (行政诉讼法 §26, 行政复议法 §19). */
export const openFiles = (vault: Vault): OpenBusiness => ({
  async count(session, { id }) {
    const pending = await session.rows(REMEDIES).find({ unitId: id, concludedOn: null });
    return pending.length + (await openRequestIds(session, id)).length;
  },

  async handOver(session, handOver) {
    const { from, to } = handOver;
    const remedies = await session.rows(REMEDIES).find({ unitId: from.id });
    const { requestIds, remedyIds } = filesOf(remedies, await openRequestIds(session, from.id));
    await handOverRequests(session, vault, handOver, requestIds);
    for (const remedy of remedies.filter(({ id }) => remedyIds.includes(id)))
      await note(session, handOver, remedy);
    await carryOver(session, "Remedy", { ids: remedyIds, from, to });
    await handOverPersonalKeys(session, { ids: remedyIds, from: from.id, to: to.id });
    await session.relocate((relocation) =>
      relocation.handOver(REMEDIES, { key: "id", ids: remedyIds, from: from.id, to: to.id }),
    );
  },
});

async function note(
  session: Session,
  { from, to, on, reason, now, actor }: HandOver,
  { id, unitId, revision }: RemedyRow,
): Promise<void> {
  await session.rows(REMEDIES).update({ id, unitId, revision }, { revision: revision + 1 });
  const note = `由${from.name}移交${to.name} · handed over: ${reason}`;
  const done = { action: "handOver", at: now.toISOString(), onDate: on, note };
  const step = { subjectId: id, revision: revision + 1, actorId: actor.id, actor: actor.name, ...done };
  appendSteps(session, from, "Remedy", [step]);
}
