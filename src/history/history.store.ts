import type { Call, Place } from "../access/index.js";
import { dateInShanghai } from "../kernel/calendar-date.js";
import { raw, sql, type Session } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import { chained, NOTHING_YET, type Head } from "./chain.js";
import type { Changes, PersonalChanges } from "./changes.js";
import { HISTORY, HISTORY_HEADS, type HistoryRow } from "./history.entity.js";
import { OPERATIONS, READERS_OF, type Operation } from "./operations.data.js";
import { digestsOf } from "./personal-digest.store.js";
import { SUBJECTS, type SubjectType } from "./subjects.data.js";

export interface Entry {
  readonly unit: Place;
  readonly subject: { readonly type: SubjectType; readonly id: string | null };
  /** The call's own, unless said; see OPERATIONS. */
  readonly operation?: string;
  /** When it was recorded first, where the entry repeats another. */
  readonly at?: string;
  /** The day it concerns: today, unless said. */
  readonly on?: string;
  /** The subject's revision that came of it. */
  readonly revision?: number;
  readonly changes?: Changes;
  /** Kept among the changes, each value by its digest; the subject has an id. */
  readonly personal?: PersonalChanges;
  readonly reason?: string | null;
  /** Data that the subject's rules read back, for instance the statutory clock. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The actor, if not the caller: the operator by a command, or somebody signing in. */
  readonly actor?: { readonly id: string; readonly displayName: string } | null;
  readonly copyOf?: string;
}

type Unlinked = Omit<HistoryRow, "seq" | "algorithm" | "previous" | "hash">;

interface Pending {
  readonly session: Session;
  readonly unit: Place;
  readonly row: Omit<Unlinked, "changes">;
  readonly changes: Changes;
  readonly personal: PersonalChanges;
  /** Seals the keys of the digests. */
  readonly vault: Vault | null;
}

/** The entries of a unit of work, until its end. */
const pending = new WeakMap<Session["course"], Pending[]>();

/**
 * The one writer of the history. The entries are stored right before the commit, each unit's in three statements: one
 * that cannot be written undoes all that the call has done.
 */
export function append(call: Call, ...entries: readonly Entry[]): void {
  const { session, vault = null } = call;
  const { course } = session;
  const waiting = pending.get(course) ?? [];
  if (waiting.length === 0 && entries.length > 0) course.atTheEnd(() => store(course));
  pending.set(course, waiting);
  for (const entry of entries) {
    const { unit, changes = {}, personal = {} } = entry;
    waiting.push({ session, unit, row: rowOf(call, entry), changes, personal, vault });
  }
  course.recorded += entries.length;
}

/** Stores now what has been appended, for whoever reads it back in the same unit of work. */
export const storeEntries = ({ course }: Session): Promise<void> => store(course);

function rowOf({ viewer, now, operation, requestId }: Call, entry: Entry): Pending["row"] {
  const { unit, subject, details } = entry;
  const actor = entry.actor === undefined ? viewer.user : entry.actor;
  const what = entry.operation ?? operation;
  if (!isOperation(what)) throw new Error(`${what} is not among the operations of the history`);
  const roles = actor !== null && actor.id === viewer.user?.id ? [...viewer.rolesAt(unit)] : [];
  return {
    unitId: unit.id,
    at: entry.at ?? now.toISOString(),
    onDate: entry.on ?? dateInShanghai(now),
    actorId: actor?.id ?? null,
    actor: actor?.displayName ?? null,
    role: roles.join(",") || null,
    operation: what,
    readers: READERS_OF[what] ?? SUBJECTS[subject.type].readers,
    subjectType: subject.type,
    subjectId: subject.id,
    revision: entry.revision ?? null,
    reason: entry.reason ?? null,
    details: jsonOf(details),
    requestId,
    copyOf: entry.copyOf ?? null,
  };
}

const jsonOf = (values: object | undefined): string | null =>
  values && Object.keys(values).length > 0 ? JSON.stringify(values) : null;

const isOperation = (name: string): name is Operation => name in OPERATIONS;

/** Unit by unit in the order of their ids, so that no two units of work wait for each other. */
async function store(course: Session["course"]): Promise<void> {
  const entries = pending.get(course)?.splice(0) ?? [];
  for (const unitId of [...new Set(entries.map(({ unit }) => unit.id))].sort()) {
    const own = entries.filter(({ unit }) => unit.id === unitId);
    const [first] = own;
    if (!first) continue;
    const digests = await digestsOf(first.session, own);
    const rows = own.map((entry) => ({
      ...entry.row,
      changes: jsonOf({ ...entry.changes, ...digests(entry) }),
    }));
    const head = await headFor(first.session, unitId, rows.length);
    await insertInParts(first.session, first.unit, chained(head, rows));
  }
}

const ROWS_A_STATEMENT = 200;

async function insertInParts(session: Session, unit: Place, rows: readonly HistoryRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await session.rows(HISTORY).insert(unit, ...rows.slice(from, from + ROWS_A_STATEMENT));
}

/** The end of the unit's history, which nobody else adds to from here until the commit. */
async function headFor(session: Session, unitId: string, more: number): Promise<Head> {
  await session.execute(
    sql`update history_heads set seq = seq + ${more}, untold = untold + ${more} where unit_id = ${unitId}`,
  );
  const [head] = await session.query<{ seq: number; hash: string | null }>(
    sql`select n.seq - ${more} as seq, h.hash from history_heads n
        left join ${session.from(HISTORY_TO_LINK, "h")} on h.unit_id = n.unit_id and h.seq = n.seq - ${more}
        where n.unit_id = ${unitId}`,
  );
  if (head) return { seq: Number(head.seq), hash: linked(unitId, head) };
  await session.rows(HISTORY_HEADS).insert({ unitId, seq: more, untold: more });
  return NOTHING_YET;
}

function linked(unitId: string, { seq, hash }: { seq: number; hash: string | null }): string {
  if (hash === null && Number(seq) > 0) throw new Error(`the history of ${unitId} has no entry ${seq}`);
  return hash ?? "";
}

/** Whoever may add an entry to a unit's history reads the hash of the last one, whatever that one is about. */
const HISTORY_TO_LINK = { ...HISTORY, readable: () => raw("1=1") };

/** What made the revisions of subjects of one type, in their order; what was only read made none. */
export async function stepsOf(
  session: Session,
  type: SubjectType,
  ids: readonly string[],
): Promise<HistoryRow[]> {
  await storeEntries(session);
  const order = { revision: "ASC", at: "ASC", seq: "ASC" } as const;
  const rows = await session.rows(HISTORY).find({ subjectType: type, subjectId: ids }, { orderBy: order });
  return once(rows.filter(({ revision }) => revision !== null));
}

/** Entries repeated by a hand-over are left out; the copy represents them. */
export function once<R extends Pick<HistoryRow, "unitId" | "seq" | "copyOf">>(rows: readonly R[]): R[] {
  const repeated = new Set(rows.map(({ copyOf }) => copyOf));
  return rows.filter(({ unitId, seq }) => !repeated.has(`${unitId}/${seq}`));
}

export const parsed = <T>(json: string | null, absent: T): T =>
  json === null ? absent : (JSON.parse(json) as T);
