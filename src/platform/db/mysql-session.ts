import { DatabaseFault } from "./faults.js";

/** The part of a mysql2 connection that is used. */
export interface MysqlConnection {
  promise(): { query(text: string): Promise<[unknown, unknown]> };
  destroy(): void;
}

export interface SessionLimits {
  /** Time limit of a statement; null for none. */
  readonly statementSeconds: number | null;
  /** Shorter than the statement limit, so that a wait for a lock is reported as such. */
  readonly lockWaitSeconds: number;
}

/**
 * No setting of a session is left to the server's configuration: another sql_mode could even change the meaning of a
 * text.
 */
const SETTINGS: Readonly<Record<string, string | number>> = {
  // Without NO_BACKSLASH_ESCAPES, because mysql2 escapes texts with backslashes.
  sql_mode:
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,STRICT_ALL_TABLES,STRICT_TRANS_TABLES",
  time_zone: "+00:00",
  autocommit: 1,
  foreign_key_checks: 1,
  unique_checks: 1,
  sql_safe_updates: 0,
  sql_auto_is_null: 0,
};
const NAMES = "set names utf8mb4 collate utf8mb4_bin";
/**
 * A unit of work that lost a race must see the winner's changes; the servers' default isolation would show the past.
 */
const ISOLATION = "set session transaction isolation level read committed, read write";

/** Names and units of the same settings on each server. */
const SERVERS = {
  mariadb: { limit: "max_statement_time", unit: 1, isolation: "tx_isolation", readOnly: "tx_read_only" },
  mysql: {
    limit: "max_execution_time",
    unit: 1000,
    isolation: "transaction_isolation",
    readOnly: "transaction_read_only",
  },
} as const;
export type ServerKind = keyof typeof SERVERS;

/** Sets up a new connection and reads the settings back: a proxy may drop them. */
export async function setUp(
  connection: MysqlConnection,
  kind: ServerKind,
  { statementSeconds, lockWaitSeconds }: SessionLimits,
): Promise<void> {
  const server = SERVERS[kind];
  const settings: Record<string, string | number> = {
    ...SETTINGS,
    innodb_lock_wait_timeout: lockWaitSeconds,
    lock_wait_timeout: lockWaitSeconds,
    [server.limit]: (statementSeconds ?? 0) * server.unit,
  };
  const assignments = Object.entries(settings).map(([name, value]) => `${name} = ${literal(value)}`);
  const session = connection.promise();
  await session.query(`set session ${assignments.join(", ")}`);
  await session.query(NAMES);
  await session.query(ISOLATION);
  const expected: Record<string, string | number> = {
    ...settings,
    collation_connection: "utf8mb4_bin",
    character_set_client: "utf8mb4",
    character_set_results: "utf8mb4",
    [server.isolation]: "READ-COMMITTED",
    [server.readOnly]: 0,
  };
  const names = Object.keys(expected).map(literal).join(", ");
  const [rows] = await session.query(`show session variables where variable_name in (${names})`);
  const found = rows as { Variable_name: string; Value: string }[];
  for (const [name, value] of Object.entries(expected)) {
    const is = found.find((row) => row.Variable_name === name)?.Value;
    if (is === undefined || plain(is) !== plain(value))
      throw new DatabaseFault("LOST", `the connection does not keep ${name} at ${value}: it is ${is}`);
  }
}

const literal = (value: string | number): string =>
  typeof value === "number" ? String(value) : `'${value}'`;

const SWITCH: Readonly<Record<string, string>> = { ON: "1", OFF: "0" };

/** ON is 1, 30.000000 is 30, and modes come in any order. */
function plain(value: string | number): string {
  const said = String(value);
  const one = SWITCH[said] ?? said;
  return /^[\d.]+$/.test(one) ? String(Number(one)) : one.split(",").sort().join();
}
