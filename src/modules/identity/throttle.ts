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
 * thousand guesses sent at once only the first five are then compared with the password.
 */
export function attempt(before: FailureCount, limit: number, now: Date): Attempt {
  const { failures, windowFrom, lockedUntil } = isOver(before, now) ? noFailures(now) : before;
  const locks = lockedUntil === null && failures + 1 >= limit;
  return {
    admitted: lockedUntil === null,
    count: {
      failures: failures + 1,
      windowFrom,
      lockedUntil: locks ? new Date(now.getTime() + LOCK_MS).toISOString() : lockedUntil,
    },
  };
}

/** Takes one attempt back that turned out to be a success, and with it the lock that it alone had set. */
export function takenBack({ failures, windowFrom, lockedUntil }: FailureCount, limit: number): FailureCount {
  const left = Math.max(0, failures - 1);
  return { failures: left, windowFrom, lockedUntil: left < limit ? null : lockedUntil };
}

/** A lock runs its time and is not prolonged by knocking; without one, failures are forgotten with their window. */
const isOver = ({ windowFrom, lockedUntil }: FailureCount, now: Date): boolean =>
  lockedUntil === null
    ? Date.parse(windowFrom) + WINDOW_MS <= now.getTime()
    : Date.parse(lockedUntil) <= now.getTime();
