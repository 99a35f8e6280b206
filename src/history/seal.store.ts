import { dateInShanghai } from "../kernel/calendar-date.js";
import { isDuplicate, sql, type Database, type Session } from "../platform/db/index.js";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { groupedBy } from "../platform/loaders/index.js";
import { ALGORITHM } from "./chain.js";
import { audited, HISTORY } from "./history.entity.js";
import {
  HISTORY_GAPS,
  HISTORY_SEALED_HEADS,
  HISTORY_SEALS,
  type HistorySealRow,
  type SealedHeadRow,
} from "./seal.entity.js";
import { faultsOfChain, faultsOfSeals, rootOf, type HistoryFault, type StoredHistory } from "./verify.js";

/** One seal a day; null where today's is there already, or nothing was ever recorded. */
export async function sealHistory(
  database: Database,
  scope: TenantScope,
  now: Date,
): Promise<HistorySealRow | null> {
  try {
    return await database.write(scope, (session) => sealed(session, now));
  } catch (error) {
    // Another server sealed the same day.
    if (isDuplicate(error)) return null;
    throw error;
  }
}

async function sealed(session: Session, now: Date): Promise<HistorySealRow | null> {
  const [last] = await session.rows(HISTORY_SEALS).find({}, { orderBy: { number: "DESC" }, limit: 1 });
  if (last && dateInShanghai(new Date(last.at)) >= dateInShanghai(now)) return null;
  const before = newest(await session.rows(HISTORY_SEALED_HEADS).find({}, { orderBy: { seal: "ASC" } }));
  const heads = await headsOf(session);
  if (heads.length === 0) return null;
  const number = (last?.number ?? 0) + 1;
  const grown = heads
    .filter(({ unitId, hash }) => before.get(unitId)?.hash !== hash)
    .map((head) => ({ seal: number, ...head }));
  const seal = { number, at: now.toISOString(), algorithm: ALGORITHM, previous: last?.root ?? "" };
  const row = { ...seal, root: rootOf(seal, newest([...before.values(), ...grown])) };
  await session.rows(HISTORY_SEALS).insert(row);
  for (let from = 0; from < grown.length; from += HEADS_A_STATEMENT)
    await session.rows(HISTORY_SEALED_HEADS).insert(...grown.slice(from, from + HEADS_A_STATEMENT));
  return row;
}

const HEADS_A_STATEMENT = 500;

const newest = (heads: readonly SealedHeadRow[]): Map<string, SealedHeadRow> =>
  new Map(heads.map((head) => [head.unitId, head]));

/** One statement, so that it sees one state of all. */
async function headsOf(session: Session): Promise<Omit<SealedHeadRow, "seal">[]> {
  const rows = await session.query<Omit<SealedHeadRow, "seal">>(
    sql`select n.unit_id as unitId, n.seq, h.hash from history_heads n
        join ${session.from(HISTORY, "h")} on h.unit_id = n.unit_id and h.seq = n.seq order by n.unit_id`,
  );
  return rows.map(({ unitId, seq, hash }) => ({ unitId, seq: Number(seq), hash }));
}

export interface Verification {
  /** The last seal; null where there is none yet. */
  readonly seal: HistorySealRow | null;
  readonly units: number;
  readonly entries: number;
  readonly faults: readonly HistoryFault[];
}

const UNITS_AT_ONCE = 20;

/** All that the scope may audit, against all seals, and a root that was kept elsewhere. Entries after the last seal are checked for their links alone. */
export const verifyHistory = (
  database: Database,
  scope: TenantScope,
  keptRoot: string | null = null,
): Promise<Verification> =>
  database.longRead(scope, async (session) => {
    const seals = await session.rows(HISTORY_SEALS).find({}, { orderBy: { number: "ASC" } });
    const sealedHeads = await session.rows(HISTORY_SEALED_HEADS).find({}, { orderBy: { seal: "ASC" } });
    const units = await auditedUnits(session);
    const faults: HistoryFault[] = [...faultsOfSeals(seals, sealedHeads)];
    if (keptRoot !== null && !seals.some(({ root }) => root === keptRoot))
      faults.push({ kind: "SEAL_BROKEN", unitId: null, sequence: seals.length });
    let entries = 0;
    for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
      const some = units.slice(from, from + UNITS_AT_ONCE);
      for (const [i, history] of (await storedHistories(session, some, { seals, sealedHeads })).entries()) {
        entries += history.entries.length;
        faults.push(...faultsOfChain(some[i] ?? "", history));
      }
    }
    return { seal: seals.at(-1) ?? null, units: units.length, entries, faults };
  });

interface Seals {
  readonly seals: readonly HistorySealRow[];
  readonly sealedHeads: readonly SealedHeadRow[];
}

/** What is stored of some units' histories, in the order of the units; the seals where they have been read. */
export async function storedHistories(
  session: Session,
  unitIds: readonly string[],
  read?: Seals,
): Promise<StoredHistory[]> {
  const seals = read?.seals ?? (await session.rows(HISTORY_SEALS).find({}));
  const sealedHeads =
    read?.sealedHeads ??
    (await session.rows(HISTORY_SEALED_HEADS).find({ unitId: unitIds }, { orderBy: { seal: "ASC" } }));
  const sealedAt = new Map(seals.map(({ number, at }) => [number, at]));
  const rows = await session.rows(AUDITED).find({ unitId: unitIds }, { orderBy: { seq: "ASC" } });
  const gaps = await session.rows(HISTORY_GAPS).find({ unitId: unitIds }, { orderBy: { fromSeq: "ASC" } });
  const byUnit = <R extends { unitId: string }>(all: readonly R[]): R[][] =>
    groupedBy(unitIds, all, ({ unitId }) => unitId);
  const [entriesOf, gapsOf, sealedOf] = [byUnit(rows), byUnit(gaps), byUnit(sealedHeads)];
  return unitIds.map((_, i) => ({
    ...{ entries: entriesOf[i] ?? [], gaps: gapsOf[i] ?? [], sealed: sealedOf[i] ?? [], sealedAt },
  }));
}

/** Whole histories alone: of other units one sees what is public. */
const AUDITED = { ...HISTORY, readable: audited };

/** Units with a history, and those that only a seal remembers. */
async function auditedUnits(session: Session): Promise<string[]> {
  const rows = await session.query<{ unitId: string }>(
    sql`select h.unit_id as unitId from ${session.from(AUDITED, "h")} group by h.unit_id
        union select s.unit_id as unitId from history_sealed_heads s where ${audited(session.scope, "s")}
        order by unitId`,
  );
  return rows.map(({ unitId }) => unitId);
}
