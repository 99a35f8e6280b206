import { forbidden, notFound } from "../kernel/fault.js";
import { signedIn, type Call, type Viewer } from "../access/index.js";
import { append, changesBetween, textChanges } from "../history/index.js";
import type { Session } from "../platform/db/index.js";
import { revisionMissing, staleRevision } from "../kernel/problem.js";
import { unitsByIds, type UnitRow } from "../units/index.js";
import {
  SAVED_QUERIES,
  SAVED_QUERY_VERSIONS,
  type SavedQueryRow,
  type SavedQueryVersionRow,
} from "./saved-query.entity.js";

export interface QueryAt {
  readonly row: SavedQueryRow;
  readonly unit: UnitRow;
}

/** A query visible to the caller. */
export async function visibleQuery(session: Session, id: string, expectedRevision: number): Promise<QueryAt> {
  const row = await session.rows(SAVED_QUERIES).one({ id });
  const [unit] = row ? await unitsByIds(session, [row.unitId]) : [];
  if (!row || !unit) throw notFound();
  if (expectedRevision !== row.revision) throw staleRevision(row.revision);
  return { row, unit };
}

/** The same for a change: only the owner may change it, however widely it is shared. */
export async function ownQuery(
  session: Session,
  viewer: Viewer,
  id: string,
  expectedRevision: number | null,
): Promise<QueryAt> {
  const row = await session.rows(SAVED_QUERIES).one({ id });
  if (row && row.ownerId !== signedIn(viewer).id) throw forbidden();
  if (row && expectedRevision === null) throw revisionMissing();
  return visibleQuery(session, id, expectedRevision ?? 0);
}

export const newestVersion = (
  session: Session,
  { id, version }: SavedQueryRow,
): Promise<SavedQueryVersionRow | null> =>
  session.rows(SAVED_QUERY_VERSIONS).one({ queryId: id, number: version });

/** Updates a query unless it has changed since it was read, and increments its revision. */
export async function updateQuery(
  session: Session,
  { id, unitId, revision }: SavedQueryRow,
  values: Pick<SavedQueryRow, "name" | "visibility" | "version">,
): Promise<void> {
  const changed = await session
    .rows(SAVED_QUERIES)
    .update({ id, unitId, revision }, { ...values, revision: revision + 1 });
  if (changed === 0)
    throw staleRevision((await session.rows(SAVED_QUERIES).one({ id }))?.revision ?? revision);
}

/** Deletes the query row first: a version saved at the same time waits, and then finds no query. */
export async function removeQuery(session: Session, row: SavedQueryRow): Promise<void> {
  const { id, unitId, name, visibility, version } = row;
  await updateQuery(session, row, { name, visibility, version });
  await session.rows(SAVED_QUERY_VERSIONS).delete({ queryId: id, unitId });
  await session.rows(SAVED_QUERIES).delete({ id, unitId });
}

/** What the history has of a saved query and its newest document. */
type Recorded = Pick<SavedQueryRow, "name" | "visibility" | "version"> &
  Partial<Pick<SavedQueryVersionRow, "document" | "variables">>;

interface QueryChange {
  readonly id: string;
  /** The revision that came of it. */
  readonly revision: number;
  /** null: it is new, or gone. */
  readonly before: Recorded | null;
  readonly after: Recorded | null;
}

/** The history has the document and its variables by digest, and so the name while the query is its owner's alone. */
export function recordQuery(call: Call, unit: UnitRow, { id, revision, before, after }: QueryChange): void {
  const name = [before?.name ?? null, after?.name ?? null] as const;
  const isOwners = [before, after].some((query) => query?.visibility === "PRIVATE");
  append(call, {
    ...{ unit, subject: { type: "SavedQuery", id }, revision },
    ...(isOwners && { personal: { name } }),
    changes: {
      ...changesBetween<object>(plainly(before, isOwners), plainly(after, isOwners)),
      ...textChanges(textsOf(before), textsOf(after)),
    },
  });
}

const plainly = (query: Recorded | null, isOwners: boolean) =>
  query
    ? { ...(!isOwners && { name: query.name }), visibility: query.visibility, version: query.version }
    : {};

const textsOf = (query: Recorded | null) => ({
  document: query?.document ?? null,
  variables: query?.variables ?? null,
});
