import type { Place } from "../access/index.js";
import {
  allOf,
  anyOf,
  atOrBelow,
  keyset,
  raw,
  sql,
  withinReach,
  type Session,
  type Sql,
} from "../platform/db/index.js";
import { wrongCursor, type Page } from "../platform/graphql/paging.js";
import { HISTORY, type HistoryRow } from "./history.entity.js";
import type { Operation } from "./operations.data.js";
import type { SubjectType } from "./subjects.data.js";

export interface HistoryFilter {
  readonly subject: { readonly type: SubjectType; readonly id: string } | null;
  readonly unit: Place | null;
  readonly subtree: boolean;
  readonly actorId: string | null;
  /** Instants: from the first, before the second. */
  readonly from: string | null;
  readonly before: string | null;
  readonly operations: readonly Operation[] | null;
}

const COLUMNS = raw(
  `h.unit_id as unitId, h.seq, h.at, h.on_date as onDate, h.actor_id as actorId, h.actor, h.role, h.operation, h.readers,
   h.subject_type as subjectType, h.subject_id as subjectId, h.revision, h.changes, h.reason, h.details,
   h.request_id as requestId, h.copy_of as copyOf, h.algorithm, h.previous, h.hash`,
);

export const historyCursor = ({ at, unitId, seq }: HistoryRow): string => `${at}/${unitId}/${seq}`;
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)\/([\w-]{16})\/(\d{1,10})$/;

/** Up to one more than the page holds, in the order in which it is read. */
export function historyPage(
  session: Session,
  filter: HistoryFilter,
  page: Page,
  direction: "asc" | "desc",
): Promise<HistoryRow[]> {
  const { beyond, tail } = keyset(["h.at", "h.unit_id", "h.seq"], direction, page, positionOf(page));
  return session.query<HistoryRow>(
    sql`select ${COLUMNS} from ${session.from(HISTORY, "h")} where ${allOf([...conditions(filter), beyond])} ${tail}`,
  );
}

function positionOf(page: Page): readonly (string | number)[] | null {
  if (page.from === null) return null;
  const [, at, unitId, seq] = CURSOR.exec(page.from) ?? [];
  if (!at || !unitId || !seq) throw wrongCursor(page);
  return [at, unitId, Number(seq)];
}

export async function historyCount(session: Session, filter: HistoryFilter): Promise<number> {
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${session.from(HISTORY, "h")} where ${allOf(conditions(filter))}`,
  );
  return Number(count?.total ?? 0);
}

const conditions = ({ subject, unit, subtree, actorId, from, before, operations }: HistoryFilter): Sql[] => [
  ...(subject ? [sql`h.subject_type = ${subject.type} and h.subject_id = ${subject.id}`] : []),
  ...(unit && !subtree ? [sql`h.unit_id = ${unit.id}`] : []),
  ...(unit && subtree
    ? [sql`h.unit_id in (select id from units where ${atOrBelow("path", unit.path)})`]
    : []),
  ...(actorId === null ? [] : [sql`h.actor_id = ${actorId}`]),
  ...(from === null ? [] : [sql`h.at >= ${from}`]),
  ...(before === null ? [] : [sql`h.at < ${before}`]),
  ...(operations === null ? [] : [sql`h.operation in ${[...operations]}`]),
];

export async function placeByCode(session: Session, code: string): Promise<Place | null> {
  const [place] = await session.query<Place>(sql`select id, path from units where code = ${code}`);
  return place ?? null;
}

/** The register's entries are everybody's; who made them is told to who works there or above. */
const KEEPERS = {
  ...HISTORY,
  readable: ({ working, administered, audited }: Session["scope"], alias: string) =>
    anyOf([working, administered, audited].map((reach) => withinReach(reach, alias))),
};

/** Of these units, those whose keepers the caller may know by name. */
export async function unitsKnown(session: Session, unitIds: readonly string[]): Promise<Set<string>> {
  const rows = await session.query<{ unitId: string }>(
    sql`select distinct h.unit_id as unitId from ${session.from(KEEPERS, "h")} where h.unit_id in ${[...unitIds]}`,
  );
  return new Set(rows.map(({ unitId }) => unitId));
}
