import { chained, NOTHING_YET, HISTORY, HISTORY_HEADS, type HistoryRow } from "../src/history/index.js";
import type { Operation } from "../src/history/api.js";
import { createConnection, type Connection } from "mysql2/promise";
import { dateInShanghai } from "../src/kernel/calendar-date.js";
import { INFORMATION_REQUESTS } from "../src/ledgers/requests/index.js";
import type { RequestEventRow } from "../src/ledgers/requests/api.js";
import { DISCLOSURES } from "../src/ledgers/disclosures/index.js";
import { PROPOSALS } from "../src/ledgers/proposals/api.js";
import { REMEDIES } from "../src/ledgers/remedies/api.js";
import { SUPPLIED_COUNTS } from "../src/ledgers/supplies/api.js";
import type { UnitRow } from "../src/units/index.js";
import { chineseCalendar } from "../src/platform/calendar/chinese-calendar.js";
import { insertRows } from "./bulk.js";
import { disclosureRows, proposalRows, remedyRows, supplyRows } from "./ledger-rows.js";
import { requestRows, type Today } from "./request-rows.js";

/** Units whose rows are made and sent together: few enough to stay out of the way, many enough for long statements. */
const UNITS_AT_A_TIME = 4;

/** Half a million requests and what goes with them, without the personal data and the events of the other ledgers. */
export async function loadLedgers(databaseUrl: string, units: readonly UnitRow[]): Promise<void> {
  const connection = await createConnection(databaseUrl);
  const now = { today: dateInShanghai(new Date()), calendar: chineseCalendar() };
  try {
    // The rows are consistent by the way they are made; to check each costs as much as to write it.
    await connection.query("set session foreign_key_checks = 0, unique_checks = 0");
    for (let at = 0; at < units.length; at += UNITS_AT_A_TIME)
      await loadSome(connection, units.slice(at, at + UNITS_AT_A_TIME), now);
  } finally {
    await connection.end();
  }
}

async function loadSome(connection: Connection, units: readonly UnitRow[], now: Today): Promise<void> {
  const filed = units.map((unit) => ({ unit, ...requestRows(unit, now) }));
  const rowsOf = <Row>(make: (unit: UnitRow) => readonly Row[]): Row[] => units.flatMap((unit) => make(unit));
  await connection.beginTransaction();
  await insertRows(
    connection,
    INFORMATION_REQUESTS,
    filed.flatMap(({ requests }) => requests),
  );
  const histories = filed.map(({ unit, events }) => historyOf(unit, events));
  await insertRows(connection, HISTORY, histories.flat());
  await insertRows(
    connection,
    HISTORY_HEADS,
    histories.map((entries) => ({ unitId: entries[0]?.unitId ?? "", seq: entries.length })),
  );
  await insertRows(
    connection,
    REMEDIES,
    filed.flatMap(({ unit, requests }) => remedyRows(unit, requests)),
  );
  await insertRows(
    connection,
    DISCLOSURES,
    rowsOf((unit) => disclosureRows(unit, now)),
  );
  await insertRows(connection, SUPPLIED_COUNTS, rowsOf(supplyRows));
  await insertRows(connection, PROPOSALS, rowsOf(proposalRows));
  await connection.commit();
}

/** The unit's history, in the order in which its events were recorded. */
const historyOf = (unit: UnitRow, events: readonly RequestEventRow[]): HistoryRow[] =>
  chained(
    NOTHING_YET,
    events
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.revision - b.revision))
      .map(({ requestId, action, details, at, onDate, actorId, actor, revision }) => ({
        ...{ unitId: unit.id, at, onDate, actorId, actor, role: "CLERK", operation: action as Operation },
        ...{
          readers: "LEDGERS" as const,
          subjectType: "InformationRequest" as const,
          subjectId: requestId,
          revision,
        },
        ...{ changes: null, reason: null, requestId: null, copyOf: null },
        details: Object.keys(details).length > 0 ? JSON.stringify(details) : null,
      })),
  );
