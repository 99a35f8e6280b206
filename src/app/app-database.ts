import { MIGRATIONS } from "../../migrations/index.js";
import { IDEMPOTENCY_KEYS } from "../access/index.js";
import type { Config } from "./config.js";
import { CHANGE_FEED, HISTORY, HISTORY_HEADS } from "../history/index.js";
import { HISTORY_GAPS, HISTORY_KEYS, HISTORY_SEALED_HEADS, HISTORY_SEALS } from "../history/api.js";
import {
  IMPORTED_FILE_PARTS,
  IMPORTED_FILES,
  TABLE_IMPORT_ROWS,
  UPLOAD_PARTS,
  UPLOADS,
} from "../intake/index.js";
import { LEDGERS } from "../ledgers/registry/index.js";
import {
  KNOWN_PLACES,
  MEMBERSHIPS,
  PASSWORD_STATES,
  SESSIONS,
  SIGN_IN_THROTTLES,
  USERS,
} from "../identity/api.js";
import { LETTER_TEMPLATES } from "../documents/api.js";
import { INSTALLATION_FACTS } from "../platform/installation/index.js";
import { PEER_GROUPS } from "../questions/rank/api.js";
import { FINDINGS } from "../filing/index.js";
import {
  FILING_DEADLINES,
  REPORT_FILINGS,
  REPORTS,
  VERSION_DIFFERENCES,
  VERSION_DOCUMENTS,
  VERSION_FINGERPRINTS,
  VERSIONS,
} from "../reports/index.js";
import { RECHECK_MARKS, UNIT_CONTACTS } from "../filing/api.js";
import { NONE_STATEMENTS, REPORT_ROLL_UPS, VERSION_COMPLETENESS } from "../derivation/api.js";
import { REPORT_SUMS } from "../area-sums/api.js";
import { DASHBOARDS, SAVED_QUERIES, SAVED_QUERY_VERSIONS } from "../library/api.js";
import { WEBHOOK_DELIVERIES, WEBHOOKS } from "../webhooks/api.js";
import { DISTRICT_SETTINGS } from "../settings/api.js";
import { UNIT_NAMES, UNIT_PLACES, UNIT_SUCCESSORS, UNITS } from "../units/api.js";
import {
  openDatabase,
  STAGINGS,
  type AnyTable,
  type Database,
  type DatabaseOptions,
} from "../platform/db/index.js";

/** Every table of the product. A tenant's table that is missing here would not be fenced, so tests count them. */
export const TABLES: readonly AnyTable[] = [
  UNITS,
  UNIT_NAMES,
  UNIT_PLACES,
  UNIT_SUCCESSORS,
  USERS,
  MEMBERSHIPS,
  SESSIONS,
  SIGN_IN_THROTTLES,
  KNOWN_PLACES,
  PASSWORD_STATES,
  HISTORY,
  HISTORY_GAPS,
  HISTORY_HEADS,
  HISTORY_KEYS,
  HISTORY_SEALS,
  HISTORY_SEALED_HEADS,
  CHANGE_FEED,
  IDEMPOTENCY_KEYS,
  FILING_DEADLINES,
  REPORTS,
  FINDINGS,
  REPORT_FILINGS,
  NONE_STATEMENTS,
  RECHECK_MARKS,
  UNIT_CONTACTS,
  VERSIONS,
  VERSION_DOCUMENTS,
  VERSION_DIFFERENCES,
  VERSION_FINGERPRINTS,
  VERSION_COMPLETENESS,
  REPORT_ROLL_UPS,
  REPORT_SUMS,
  DISTRICT_SETTINGS,
  ...LEDGERS.flatMap(({ tables }) => tables),
  LETTER_TEMPLATES,
  SAVED_QUERIES,
  SAVED_QUERY_VERSIONS,
  DASHBOARDS,
  PEER_GROUPS,
  UPLOADS,
  UPLOAD_PARTS,
  IMPORTED_FILES,
  IMPORTED_FILE_PARTS,
  STAGINGS,
  TABLE_IMPORT_ROWS,
  WEBHOOKS,
  WEBHOOK_DELIVERIES,
  INSTALLATION_FACTS,
] as readonly unknown[] as readonly AnyTable[];

export interface AppLog {
  debug(details: object, message: string): void;
  warn(message: string): void;
}

/** Opens the database and brings its schema up to date. */
export const openAppDatabase = (
  config: Pick<Config, "databaseUrl">,
  log: AppLog,
  more: Pick<DatabaseOptions, "observe" | "limits"> = {},
): Promise<Database> =>
  openDatabase({ url: config.databaseUrl, tables: TABLES, migrations: MIGRATIONS, log, ...more });
