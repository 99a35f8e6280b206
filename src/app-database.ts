import { MIGRATIONS } from "../migrations/index.js";
import { IDEMPOTENCY_KEYS } from "./access/index.js";
import type { Config } from "./config.js";
import { MEMBERSHIPS, SESSIONS, SIGN_IN_THROTTLES, USERS } from "./modules/identity/index.js";
import {
  FILING_DEADLINES,
  FINDINGS,
  REPORT_EVENTS,
  REPORTS,
  VERSION_DOCUMENTS,
  VERSIONS,
} from "./modules/reports/index.js";
import { UNIT_NAMES, UNITS } from "./modules/units/index.js";
import { openDatabase, type AnyTable, type Database } from "./platform/db/index.js";

/** Every table of the product. A tenant's table that is missing here would not be fenced, so tests count them. */
export const TABLES: readonly AnyTable[] = [
  UNITS,
  UNIT_NAMES,
  USERS,
  MEMBERSHIPS,
  SESSIONS,
  SIGN_IN_THROTTLES,
  IDEMPOTENCY_KEYS,
  FILING_DEADLINES,
  REPORTS,
  REPORT_EVENTS,
  FINDINGS,
  VERSIONS,
  VERSION_DOCUMENTS,
] as readonly unknown[] as readonly AnyTable[];

export interface AppLog {
  debug(details: object, message: string): void;
  warn(message: string): void;
}

/** Opens the database and brings its schema up to date. */
export const openAppDatabase = (
  config: Pick<Config, "databaseUrl">,
  log: AppLog,
  observe?: (statement: string) => void,
): Promise<Database> =>
  openDatabase({ url: config.databaseUrl, tables: TABLES, migrations: MIGRATIONS, log, observe });
