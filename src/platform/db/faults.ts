/** What a driver says, in words of ours; the numbers are MySQL's and MariaDB's. */
const RETRY = new Set([1213, 1205, 1020]);
const DUPLICATE = new Set(["ER_DUP_ENTRY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

/** MariaDB's number for it, and MySQL's. */
const TIMEOUT = new Set([1969, 3024]);
const MAX_LOGGED = 2_000;

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
}

function driverError(error: unknown): DriverError {
  if (typeof error !== "object" || error === null) return {};
  const inner = "driverError" in error ? error.driverError : error;
  return typeof inner === "object" && inner !== null ? inner : {};
}

/** A deadlock, a lock wait timeout, or a lost certification: the whole transaction may be tried again. */
export function mayRetry(error: unknown): boolean {
  const { errno, code } = driverError(error);
  return (errno !== undefined && RETRY.has(errno)) || code === "SQLITE_BUSY";
}

/** A row with this unique key exists. */
export function isDuplicate(error: unknown): boolean {
  const { errno, code } = driverError(error);
  return errno === 1062 || (code !== undefined && DUPLICATE.has(code));
}

/** The statement that the database gave up on (see data-source.ts), its parameters left out: they are people's data. */
export function slowStatement(error: unknown): string | null {
  const { errno } = driverError(error);
  if (errno === undefined || !TIMEOUT.has(errno)) return null;
  const query = typeof error === "object" && error !== null && "query" in error ? error.query : undefined;
  return typeof query === "string" ? query.slice(0, MAX_LOGGED) : "";
}
