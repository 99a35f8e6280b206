import { parseScaled, type Scaled } from "../kernel/decimal.js";
import type { Figure } from "../forms/index.js";
import type { CellFeed } from "./cell-feeds.data.js";

/** What a feed holds of one unit and year in one way and with one pair of dimensions: a count, or a quantity. */
export interface Tally {
  readonly phase: string;
  readonly first: string | null;
  readonly second: string | null;
  /** The exact decimal. */
  readonly amount: string;
}

/** Does a record, or a number of alike ones, count in the cell? */
export const isFedBy = (
  { phases, first, second }: CellFeed,
  record: Pick<Tally, "phase" | "first" | "second">,
): boolean => phases.includes(record.phase) && isAmong(first, record.first) && isAmong(second, record.second);

const isAmong = (values: readonly string[] | undefined, value: string | null): boolean =>
  values === undefined || (value !== null && values.includes(value));

/** What the ledger says in a cell. */
export const fedValue = (cell: Pick<Figure, "scale">, feed: CellFeed, tallies: readonly Tally[]): Scaled =>
  tallies
    .filter((tally) => isFedBy(feed, tally))
    .reduce((sum, { amount }) => sum + toScaled(amount, cell.scale), 0);

function toScaled(amount: string, scale: number): Scaled {
  const scaled = parseScaled(amount, scale);
  if (scaled === null) throw new Error(`a ledger holds ${amount} where its cell takes ${scale} decimals`);
  return scaled;
}
