/** Number of free failures; each further failure locks for longer. */
export const FREE_FAILURES = {
  /** At one login from one network: 5 failures mean a guesser or a forgotten password. */
  place: 5,
  /** At one login from a network where the user has signed in before: the most that NIST SP 800-63B allows in a row. */
  knownPlace: 100,
  /** At one login from all unknown networks together. */
  account: 100,
  /** From one network, whatever the login: an office behind one address mistypes often. */
  network: 100,
} as const;

const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Time without failures after which they are forgotten. */
const FORGOTTEN_MS = 60 * 60_000;

export interface FailureCount {
  readonly failures: number;
  /** When the last one was. */
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

export interface Attempt {
  /** True if the password may be checked. */
  readonly admitted: boolean;
  readonly count: FailureCount;
}

export const noFailures = (now: Date): FailureCount => ({
  failures: 0,
  lastAt: now.toISOString(),
  lockedUntil: null,
});

/**
 * Counts an attempt as a failure before its password is checked; a success takes it back. Of a thousand simultaneous
 * guesses only the free ones are then compared with the password. The others are refused without a comparison, and
 * not counted.
 */
export function attempt(before: FailureCount, free: number, now: Date): Attempt {
  const count = isForgotten(before, now) ? noFailures(now) : before;
  if (isLocked(count, now)) return { admitted: false, count };
  const failures = count.failures + 1;
  const lockedUntil = failures < free ? null : after(now, lockMs(failures - free));
  return { admitted: true, count: { failures, lastAt: now.toISOString(), lockedUntil } };
}

/** Takes a successful attempt back, with the lock that it had set. */
export const takenBack = (count: FailureCount, set: FailureCount): FailureCount => ({
  failures: Math.max(0, count.failures - 1),
  lastAt: count.lastAt,
  lockedUntil: count.lockedUntil === set.lockedUntil ? null : count.lockedUntil,
});

/** One minute, two, four, and so on to a quarter of an hour. */
const lockMs = (beyond: number): number =>
  Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(beyond, 10));

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** A lock ends on time; attempts during the lock do not prolong it. */
const isLocked = ({ lockedUntil }: FailureCount, now: Date): boolean =>
  lockedUntil !== null && Date.parse(lockedUntil) > now.getTime();

const isForgotten = ({ lastAt, lockedUntil }: FailureCount, now: Date): boolean =>
  Math.max(Date.parse(lastAt), Date.parse(lockedUntil ?? lastAt)) + FORGOTTEN_MS <= now.getTime();
