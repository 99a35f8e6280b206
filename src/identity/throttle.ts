/** How many failures are free; each one after that waits longer than the one before. */
export const FREE_FAILURES = {
  /** From one network at one login: 5 wrong ones are a guesser, or somebody who has forgotten. */
  place: 5,
  /** The same from where the user has signed in before: the most that NIST SP 800-63B allows in a row. */
  knownPlace: 100,
  /** At one login from all places together where it was never used. */
  account: 100,
  /** From one network, whatever the login: an office behind one address mistypes often. */
  network: 100,
} as const;

const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Of quiet, after which failures are forgotten. */
const FORGOTTEN_MS = 60 * 60_000;

export interface FailureCount {
  readonly failures: number;
  /** When the last one was. */
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

export interface Attempt {
  /** May the password be looked at? */
  readonly admitted: boolean;
  readonly count: FailureCount;
}

export const noFailures = (now: Date): FailureCount => ({
  failures: 0,
  lastAt: now.toISOString(),
  lockedUntil: null,
});

/**
 * One attempt more. It counts as a failure before its password is looked at, and a success takes it back: of a
 * thousand guesses sent at once only the free ones are then compared with the password. The others are refused
 * unseen, and not counted.
 */
export function attempt(before: FailureCount, free: number, now: Date): Attempt {
  const count = isForgotten(before, now) ? noFailures(now) : before;
  if (isLocked(count, now)) return { admitted: false, count };
  const failures = count.failures + 1;
  const lockedUntil = failures < free ? null : after(now, lockMs(failures - free));
  return { admitted: true, count: { failures, lastAt: now.toISOString(), lockedUntil } };
}

/** Takes an attempt back that turned out to be a success, and the lock with it that the attempt had set. */
export const takenBack = (count: FailureCount, set: FailureCount): FailureCount => ({
  failures: Math.max(0, count.failures - 1),
  lastAt: count.lastAt,
  lockedUntil: count.lockedUntil === set.lockedUntil ? null : count.lockedUntil,
});

/** One minute, two, four, and so on to a quarter of an hour. */
const lockMs = (beyond: number): number =>
  Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(beyond, 10));

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** A lock runs its time and is not prolonged by knocking. */
const isLocked = ({ lockedUntil }: FailureCount, now: Date): boolean =>
  lockedUntil !== null && Date.parse(lockedUntil) > now.getTime();

const isForgotten = ({ lastAt, lockedUntil }: FailureCount, now: Date): boolean =>
  Math.max(Date.parse(lastAt), Date.parse(lockedUntil ?? lastAt)) + FORGOTTEN_MS <= now.getTime();
