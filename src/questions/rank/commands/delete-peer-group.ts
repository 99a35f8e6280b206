import { staleRevision } from "../../../kernel/problem.js";
import { append } from "../../../history/index.js";
import { authorize, type Call } from "../../../access/index.js";
import { notFound } from "../../../kernel/fault.js";
import { unitsByIds } from "../../../units/index.js";
import { readsGroupsOf, PEER_GROUPS } from "../custom-group.entity.js";

export interface DeletePeerGroup {
  readonly groupId: string;
  readonly expectedRevision: number;
}

export async function deletePeerGroup(
  call: Call,
  { groupId, expectedRevision }: DeletePeerGroup,
): Promise<{ id: string }> {
  const { session, viewer } = call;
  const groups = session.rows(PEER_GROUPS);
  const row = await groups.one({ id: groupId });
  const [unit] = row ? await unitsByIds(session, [row.unitId]) : [];
  // A group that the caller may not read answers as a missing one.
  if (!row || !unit || !readsGroupsOf(viewer, unit)) throw notFound();
  authorize(viewer, "peerGroup:change", unit);
  const { id, revision } = row;
  if (expectedRevision !== revision) throw staleRevision(revision);
  if ((await groups.delete({ id, revision })) === 0) throw staleRevision(revision);
  const changes = { name: [row.name, null] as const };
  append(call, { unit, subject: { type: "PeerGroup", id }, revision: revision + 1, changes });
  return { id };
}
