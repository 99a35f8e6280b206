import { LEDGERS } from "../ledgers/registry/index.js";
import { sql, type Session } from "../platform/db/index.js";
import { keptKinds, type KeptLedger } from "../records/index.js";
import { settingsOf, type Settings } from "../settings/index.js";
import { LEDGER_PART_KEYS, LEDGER_PARTS, type LedgerPart } from "./ledger-parts.data.js";
import { NONE_STATEMENTS, type NoneStatementRow } from "./none-statement.entity.js";

/** Why a part feeds a year's report, or does not. */
export type PartState = "RECORDS" | "NONE_STATED" | "NOT_KEPT" | "BEFORE_START";

export interface PartFed {
  readonly part: LedgerPart;
  readonly state: PartState;
}

export interface FedPart extends PartFed {
  /** The valid 无此类事项; records may exist as well, and then they count. */
  readonly statement: NoneStatementRow | null;
}

export type FedParts = ReadonlyMap<LedgerPart, FedPart>;

interface Place {
  readonly id: string;
  readonly path: string;
}

/** The valid statements that there was none of something, by part: kept as the ledgers are. */
const NONE: KeptLedger = {
  ledger: "none",
  table: NONE_STATEMENTS,
  dimensions: ["part"],
  kept: (year) => sql`r.year = ${year} and r.ended_at = ''`,
};

/** Whatever feeds cells, the ledgers that the text alone is held against, and the statements of none. */
const KEPT: readonly KeptLedger[] = [
  NONE,
  ...new Set(LEDGER_PART_KEYS.map((part) => LEDGER_PARTS[part].feed)),
  ...LEDGERS.flatMap(({ kept }) => (kept ? [kept] : [])),
];

export const feeds = ({ state }: PartFed): boolean => state === "RECORDS" || state === "NONE_STATED";

/** What a unit keeps of the ledgers in a year. */
export interface KeptLedgers {
  readonly parts: ReadonlyMap<LedgerPart, PartFed>;
  /** Whether the ledger holds any record of the year or before. */
  readonly holds: (ledger: string) => boolean;
}

type SettingsOf = (unit: Place) => Pick<Settings, "ledgers.since">;

/**
 * What each unit's ledgers feed in a year's report: parts with records, from the year from which the district
 * declares them complete, and parts stated to be none. Everything else is uncounted. One statement, whatever the
 * number of units.
 */
export async function keptLedgers(
  session: Session,
  units: readonly Place[],
  year: number,
  settingsOf: SettingsOf,
): Promise<(unitId: string) => KeptLedgers> {
  const ids = units.map(({ id }) => id);
  const kinds = await keptKinds(session, KEPT, ids, year);
  const kept = new Set(
    kinds.flatMap(({ ledger, unitId, first }) => [
      `${unitId} ${ledger}`,
      `${unitId} ${ledger} ${first ?? ""}`,
    ]),
  );
  return (unitId) => {
    const unit = units.find(({ id }) => id === unitId);
    const since = unit ? settingsOf(unit)["ledgers.since"] : null;
    const stateOf = (part: LedgerPart): PartState => {
      const { feed, kind } = LEDGER_PARTS[part];
      const recorded = kept.has(`${unitId} ${feed.ledger}${kind === null ? "" : ` ${kind}`}`);
      if (recorded && (since === null || since <= year)) return "RECORDS";
      if (kept.has(`${unitId} ${NONE.ledger} ${part}`)) return "NONE_STATED";
      return recorded ? "BEFORE_START" : "NOT_KEPT";
    };
    return {
      parts: new Map(LEDGER_PART_KEYS.map((part) => [part, { part, state: stateOf(part) }])),
      holds: (ledger) => kept.has(`${unitId} ${ledger}`),
    };
  };
}

/** The parts of each unit with their statements, by the settings that hold for each. */
export async function fedParts(
  session: Session,
  units: readonly Place[],
  year: number,
): Promise<(unitId: string) => FedParts> {
  const kept = await keptLedgers(session, units, year, await settingsOf(session));
  const unitIds = units.map(({ id }) => id).filter((id) => kept(id).holds(NONE.ledger));
  const statements =
    unitIds.length === 0
      ? []
      : await session.rows(NONE_STATEMENTS).find({ unitId: unitIds, year, endedAt: "" });
  return (unitId) => {
    const statementOf = (part: LedgerPart) =>
      statements.find((one) => one.unitId === unitId && one.part === part) ?? null;
    return new Map(
      [...kept(unitId).parts].map(([part, fed]) => [part, { ...fed, statement: statementOf(part) }]),
    );
  };
}

/** Those of one unit. */
export const fedPartsOf = async (session: Session, unit: Place, year: number): Promise<FedParts> =>
  (await fedParts(session, [unit], year))(unit.id);
