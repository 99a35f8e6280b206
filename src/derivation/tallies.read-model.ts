import type { Session } from "../platform/db/index.js";
import { byUnit, feedCounts, feedMembers, type LedgerFeed } from "../records/index.js";
import type { Tally } from "./cell-value.js";

/** What one feed holds of each unit in a year. One statement, whatever the number of units and cells. */
export async function talliesOf(
  session: Session,
  feed: LedgerFeed,
  unitIds: readonly string[],
  year: number,
): Promise<(unitId: string) => readonly Tally[]> {
  const tallies = feed.quantity
    ? (await feedMembers(session, feed, unitIds, year)).map(({ quantity, ...member }) => ({
        ...member,
        amount: quantity ?? "0",
      }))
    : (await feedCounts(session, feed, unitIds, year)).map(({ count, ...group }) => ({
        ...group,
        amount: String(count),
      }));
  return byUnit(unitIds, tallies);
}
