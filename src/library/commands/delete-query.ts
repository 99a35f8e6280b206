import { type Call, holds, signedIn } from "../../access/index.js";
import { forbidden } from "../../kernel/fault.js";
import { newestVersion, recordQuery, removeQuery, visibleQuery } from "../saved-query.store.js";

export interface DeleteQuery {
  readonly queryId: string;
  readonly expectedRevision: number;
}

/** The owner deletes a query with all versions; an officer removes queries shared in the district. */
export async function deleteQuery(
  call: Call,
  { queryId, expectedRevision }: DeleteQuery,
): Promise<{ id: string }> {
  const { session, viewer } = call;
  const { row, unit } = await visibleQuery(session, queryId, expectedRevision);
  const own = row.ownerId === signedIn(viewer).id;
  if (!own && !holds(viewer, "query:clear", unit)) throw forbidden();
  const version = await newestVersion(session, row);
  await removeQuery(session, row);
  const before = { ...row, ...version };
  recordQuery(call, unit, { id: row.id, revision: row.revision + 1, before, after: null });
  return { id: row.id };
}
