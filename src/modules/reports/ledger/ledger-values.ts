import type { Scaled } from "../../../kernel/decimal.js";
import type { Session } from "../../../platform/db/index.js";
import type { Format } from "../catalog/index.js";
import { CELL_FEEDS, FEEDS } from "./cell-feeds.data.js";
import { fedValue, type Tally } from "./cell-value.js";
import { talliesOf } from "./tallies.read-model.js";

/** What the ledgers of one unit say in each cell of a form that they feed. A statement a ledger. */
export async function ledgerValues(
  session: Session,
  unitId: string,
  year: number,
  format: Format,
): Promise<ReadonlyMap<string, Scaled>> {
  const tallies = new Map<string, readonly Tally[]>();
  for (const feed of FEEDS)
    tallies.set(feed.ledger, (await talliesOf(session, feed, [unitId], year))(unitId));
  return new Map(
    format.cells.flatMap((cell) => {
      const feed = CELL_FEEDS.get(cell.code);
      if (!feed) return [];
      return [[cell.code, fedValue(cell, feed, tallies.get(feed.feed.ledger) ?? [])] as const];
    }),
  );
}
