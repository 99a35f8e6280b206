import { newId, type Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { handOverRequests, openRequestIds } from "../requests/index.js";
import type { HandOver, OpenBusiness } from "../../units/index.js";
import { filesOf } from "./files.js";
import { REMEDIES, REMEDY_EVENTS, type RemedyRow } from "./remedy.entity.js";

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
    const rows = { ids: remedyIds, from: from.id, to: to.id };
    await session.relocate(async (relocation) => {
      await relocation.handOver(REMEDIES, { key: "id", ...rows });
      await relocation.handOver(REMEDY_EVENTS, { key: "remedy_id", ...rows });
    });
  },
});

async function note(
  session: Session,
  { from, to, on, reason, now, actor }: HandOver,
  { id, unitId, revision }: RemedyRow,
): Promise<void> {
  await session.rows(REMEDIES).update({ id, unitId, revision }, { revision: revision + 1 });
  await session.rows(REMEDY_EVENTS).insert(from, {
    id: newId(),
    unitId,
    remedyId: id,
    revision: revision + 1,
    at: now.toISOString(),
    onDate: on,
    actorId: actor.id,
    actor: actor.name,
    action: "dissolveUnit",
    note: `由${from.name}移交${to.name} · handed over: ${reason}`,
  });
}
