import type { Session } from "../platform/db/index.js";
import { keptKinds, type LedgerFeed } from "../records/index.js";
import { settingsOf } from "../settings/index.js";
import { LEDGER_PART_KEYS, LEDGER_PARTS, type LedgerPart } from "./ledger-parts.data.js";
import { NONE_STATEMENTS, type NoneStatementRow } from "./none-statement.entity.js";

/** Why a part feeds a year's report, or does not. */
export type PartState = "RECORDS" | "NONE_STATED" | "NOT_KEPT" | "BEFORE_START";

export interface FedPart {
  readonly part: LedgerPart;
  readonly state: PartState;
  /** The valid 无此类事项; records may exist as well, and then they count. */
  readonly statement: NoneStatementRow | null;
}

export type FedParts = ReadonlyMap<LedgerPart, FedPart>;

interface Place {
  readonly id: string;
  readonly path: string;
}

const FEEDS: readonly LedgerFeed[] = [...new Set(LEDGER_PART_KEYS.map((part) => LEDGER_PARTS[part].feed))];

export const feeds = ({ state }: FedPart): boolean => state === "RECORDS" || state === "NONE_STATED";

/**
 * What each unit's ledgers feed in a year's report: parts with records, from the year from which the district
 * declares them complete, and parts stated to be none. Everything else is uncounted. One statement a ledger, and two
 * more, whatever the number of units.
 */
export async function fedParts(
  session: Session,
  units: readonly Place[],
  year: number,
): Promise<(unitId: string) => FedParts> {
  const ids = units.map(({ id }) => id);
  const settings = await settingsOf(session);
  const statements = await session.rows(NONE_STATEMENTS).find({ unitId: ids, year, endedAt: "" });
  const kept = new Map<LedgerFeed, ReadonlySet<string>>();
  for (const feed of FEEDS) {
    const kinds = await keptKinds(session, feed, ids, year);
    kept.set(feed, new Set(kinds.flatMap(({ unitId, first }) => [unitId, `${unitId} ${first ?? ""}`])));
  }
  const found = new Map(
    units.map((unit) => {
      const since = settings(unit)["ledgers.since"];
      const started = since === null || since <= year;
      return [unit.id, new Map(LEDGER_PART_KEYS.map((part) => [part, partOf(unit, part, started)]))] as const;
    }),
  );
  return (unitId) => found.get(unitId) ?? new Map<LedgerPart, FedPart>();

  function partOf({ id }: Place, part: LedgerPart, started: boolean): FedPart {
    const { feed, kind } = LEDGER_PARTS[part];
    const statement = statements.find((one) => one.unitId === id && one.part === part) ?? null;
    const recorded = kept.get(feed)?.has(kind === null ? id : `${id} ${kind}`) ?? false;
    if (recorded && started) return { part, state: "RECORDS", statement };
    if (statement) return { part, state: "NONE_STATED", statement };
    return { part, state: recorded ? "BEFORE_START" : "NOT_KEPT", statement: null };
  }
}

/** Those of one unit. */
export const fedPartsOf = async (session: Session, unit: Place, year: number): Promise<FedParts> =>
  (await fedParts(session, [unit], year))(unit.id);
