import type { Session } from "../../../platform/db/index.js";
import { firstYears, type LedgerName } from "../../ledger/index.js";
import type { Settings } from "../../settings/index.js";
import type { UnitRow } from "../../units/index.js";
import { FEEDS } from "./cell-feeds.data.js";

/**
 * The ledgers that a unit keeps for a year: from the year that its district decided on, else from that of its first
 * record. An empty ledger of a unit that only files reports says nothing.
 */
export async function keptLedgers(
  session: Session,
  unit: UnitRow,
  year: number,
  { "ledgers.since": since }: Settings,
): Promise<ReadonlySet<LedgerName>> {
  const kept = new Set<LedgerName>();
  for (const feed of FEEDS) {
    const first = since ?? (await firstYears(session, feed, [unit.id])).get(unit.id);
    if (first !== undefined && first <= year) kept.add(feed.ledger);
  }
  return kept;
}
