/** How many failures in `WINDOW_MS` lock for `LOCK_MS`. */
export const ACCOUNT_FAILURES = 5;
export const ADDRESS_FAILURES = 50;
const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

export interface FailureCount {
  readonly failures: number;
  readonly windowFrom: string;
  readonly lockedUntil: string | null;
}

export interface Attempt {
  /** May the password be looked at? */
  readonly admitted: boolean;
  readonly count: FailureCount;
}

export const noFailures = (now: Date): FailureCount => ({
  failures: 0,
  windowFrom: now.toISOString(),
  lockedUntil: null,
});

/**
 * One attempt more. It counts as a failure before its password is looked at, and a success takes it back: of a
 * thousand guesses sent at once only the first five are then compared with the password. The others are refused
 * unseen, and not counted.
 */
export function attempt(before: FailureCount, limit: number, now: Date): Attempt {
  const count = isOver(before, now) ? noFailures(now) : before;
  if (count.lockedUntil !== null) return { admitted: false, count };
  const failures = count.failures + 1;
  const lockedUntil = failures < limit ? null : new Date(now.getTime() + LOCK_MS).toISOString();
  return { admitted: true, count: { failures, windowFrom: count.windowFrom, lockedUntil } };
}

/** Takes an attempt back that turned out to be a success, and the lock with it if it takes that one to reach it. */
export function takenBack({ failures, windowFrom, lockedUntil }: FailureCount, limit: number): FailureCount {
  const left = Math.max(0, failures - 1);
  return { failures: left, windowFrom, lockedUntil: left < limit ? null : lockedUntil };
}

/** A lock runs its time and is not prolonged by knocking; without one, failures are forgotten with their window. */
const isOver = ({ windowFrom, lockedUntil }: FailureCount, now: Date): boolean =>
  lockedUntil === null
    ? Date.parse(windowFrom) + WINDOW_MS <= now.getTime()
    : Date.parse(lockedUntil) <= now.getTime();
