/** What a driver says, in words of ours; the numbers are MySQL's and MariaDB's. */
const RETRY = new Set([1213, 1205, 1020]);
const DUPLICATE = new Set(["ER_DUP_ENTRY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

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
