import type { Session } from "../platform/db/index.js";
import { byUnit, feedCounts, feedMembers, type LedgerFeed } from "../records/index.js";
import { parseScaled, type Scaled } from "../kernel/decimal.js";
import type { Figure, Format } from "../forms/index.js";
import { type CellFeed, CELL_FEEDS } from "./cell-feeds.data.js";
import type { KeptLedgers } from "./fed-parts.js";

/** What one feed holds of each unit in a year. One statement, whatever the number of units and cells. */
export async function talliesOf(
  session: Session,
  feed: LedgerFeed,
  unitIds: readonly string[],
  year: number,
): Promise<(unitId: string) => readonly Tally[]> {
  const tallies = feed.quantity
    ? (await feedMembers(session, feed, { unitIds, year })).map(({ quantity, ...member }) => ({
        ...member,
        amount: quantity ?? "0",
      }))
    : (await feedCounts(session, feed, { unitIds, year })).map(({ count, ...group }) => ({
        ...group,
        amount: String(count),
      }));
  return byUnit(unitIds, tallies);
}

/** What a feed holds of one unit and year in one way and with one pair of dimensions: a count, or a quantity. */
export interface Tally {
  readonly phase: string;
  readonly first: string | null;
  readonly second: string | null;
  /** The exact decimal. */
  readonly amount: string;
}

/** True if a record, or a group of equal ones, counts in the cell. */
export const isFedBy = (
  { phases, first, second }: CellFeed,
  record: Pick<Tally, "phase" | "first" | "second">,
): boolean => phases.includes(record.phase) && isAmong(first, record.first) && isAmong(second, record.second);

const isAmong = (values: readonly string[] | undefined, value: string | null): boolean =>
  values === undefined || (value !== null && values.includes(value));

/** The ledger value of a cell. */
export const fedValue = (cell: Pick<Figure, "scale">, feed: CellFeed, tallies: readonly Tally[]): Scaled =>
  tallies
    .filter((tally) => isFedBy(feed, tally))
    .reduce((sum, { amount }) => sum + toScaled(amount, cell.scale), 0);

function toScaled(amount: string, scale: number): Scaled {
  const scaled = parseScaled(amount, scale);
  if (scaled === null) throw new Error(`a ledger holds ${amount} where its cell takes ${scale} decimals`);
  return scaled;
}

/**
 * What the ledgers of one unit say in each cell of a form that they feed; a cell that they do not feed is not there. A
 * statement a ledger that has records.
 */
export async function ledgerValues(
  session: Session,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  format: Format,
  parts: KeptLedgers["parts"],
): Promise<ReadonlyMap<string, Scaled>> {
  const tallies = new Map<LedgerFeed, readonly Tally[]>();
  const values = new Map<string, Scaled>();
  for (const cell of format.cells) {
    const fed = CELL_FEEDS.get(cell.code);
    const state = fed && parts.get(fed.part)?.state;
    if (!fed) continue;
    if (state === "NONE_STATED") values.set(cell.code, 0);
    if (state !== "RECORDS") continue;
    const known = tallies.get(fed.feed) ?? (await talliesOf(session, fed.feed, [unitId], year))(unitId);
    tallies.set(fed.feed, known);
    values.set(cell.code, fedValue(cell, fed, known));
  }
  return values;
}
