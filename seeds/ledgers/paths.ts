import type { RequestOutcome } from "../../src/ledgers/requests/index.js";
import type { Random } from "../../src/kernel/random.js";

/** How a request comes to its end: working days after its receipt. All are within the law's time limits. */
export interface Path {
  readonly before: readonly PathStep[];
  /** On which it is decided, withdrawn or closed. */
  readonly endsAfter: number;
  readonly ends: "decideRequest" | "withdrawRequest" | "lapseRequest";
}

export type PathStep = { readonly after: number } & (
  | { readonly verb: "askCorrection"; readonly deadlineAfter: number }
  | { readonly verb: "recordCorrection" | "consultThirdParty" | "recordThirdPartyReply" | "askReasons" }
  | { readonly verb: "recordReasons"; readonly reasonable: boolean }
  | { readonly verb: "extendRequest"; readonly days: number; readonly reason: string }
);

const decided = (endsAfter: number, before: readonly PathStep[] = []): Path => ({
  before,
  endsAfter,
  ends: "decideRequest",
});

/** Outcomes that other steps come before. */
const PATHS: Readonly<Partial<Record<RequestOutcome, Path>>> = {
  // 条例 §32: the days of asking do not count.
  DENIED_THIRD_PARTY: decided(21, [
    { verb: "consultThirdParty", after: 3 },
    { verb: "recordThirdPartyReply", after: 12 },
  ]),
  // 条例 §30: the correction begins the period anew.
  UNABLE_UNCLEAR: decided(20, [
    { verb: "askCorrection", after: 4, deadlineAfter: 14 },
    { verb: "recordCorrection", after: 10 },
  ]),
  REFUSED_EXCESSIVE: decided(14, [
    { verb: "askReasons", after: 2 },
    { verb: "recordReasons", after: 7, reasonable: false },
  ]),
  OTHER_NO_CORRECTION: {
    before: [{ verb: "askCorrection", after: 5, deadlineAfter: 15 }],
    endsAfter: 16,
    ends: "lapseRequest",
  },
  OTHER_MISC: { before: [], endsAfter: 6, ends: "withdrawRequest" },
};

/** 条例 §33: an intricate matter, extended before its period ran out. */
const EXTENDED = decided(31, [
  { verb: "extendRequest", after: 17, days: 20, reason: "涉及年代较久的档案，需查找核对。" },
]);
const EXTENDED_SHARE = 0.08;

export function pathOf(outcome: RequestOutcome, random: Random): Path {
  const special = PATHS[outcome];
  if (special) return special;
  return random.chance(EXTENDED_SHARE) ? EXTENDED : decided(random.between(4, 18));
}

/** One that goes over the turn of the year is decided in the ordinary way. */
export const plainPath = (endsAfter: number): Path => decided(endsAfter);
