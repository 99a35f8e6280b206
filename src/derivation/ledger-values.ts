import type { Scaled } from "../kernel/decimal.js";
import type { Session } from "../platform/db/index.js";
import type { LedgerFeed } from "../records/index.js";
import type { Format } from "../forms/index.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";
import { fedValue, type Tally } from "./cell-value.js";
import type { FedParts } from "./fed-parts.js";
import { talliesOf } from "./tallies.read-model.js";

/**
 * What the ledgers of one unit say in each cell of a form that they feed; a cell that they do not feed is not there. A
 * statement a ledger that has records.
 */
export async function ledgerValues(
  session: Session,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  format: Format,
  parts: FedParts,
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
