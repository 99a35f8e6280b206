import { digest, type Content, type Links } from "./chain.js";
import type { Operation } from "./operations.data.js";
import type { HistoryGapRow, SealedHeadRow } from "./seal.entity.js";
import type { SubjectType } from "./subjects.data.js";

type Gap = Readonly<HistoryGapRow>;
type Entry = Content & Links;

/** 网络安全法 §23: six months, which are 184 days at most. */
export const LEAST_DAYS = 184;

const DAY_MS = 86_400_000;

/** Nothing reads these entries back: readings, and the accounts' and questions' own. A record's steps stay as long as the record. */
const EXPIRING_SUBJECTS: readonly string[] = [
  "User",
  "SavedQuery",
  "Dashboard",
  "PeerGroup",
] satisfies SubjectType[];
const EXPIRING_OPERATIONS: readonly string[] = ["readApplicant", "downloadCases"] satisfies Operation[];

const expires = ({ subjectType, operation }: Content): boolean =>
  EXPIRING_SUBJECTS.includes(subjectType) || EXPIRING_OPERATIONS.includes(operation);

/** The entries of a whole history, in order, that may go: up to a number, and never the last, to which the next is linked. */
export const expiredUpTo = (entries: readonly Entry[], through: number): Entry[] =>
  entries.slice(0, -1).filter((entry) => entry.seq <= through && expires(entry));

/** What takes the place of entries: each run of them as one gap with the hashes at both ends. */
export function gapsFor(gone: readonly Entry[]): Gap[] {
  const gaps: HistoryGapRow[] = [];
  for (const { unitId, seq, previous, hash } of gone) {
    const last = gaps.at(-1);
    if (last?.throughSeq === seq - 1) Object.assign(last, { throughSeq: seq, hash });
    else gaps.push({ unitId, fromSeq: seq, throughSeq: seq, previous, hash });
  }
  return gaps;
}

/** What the entry about a pruning says. */
export interface PruningDetails {
  /** The sealed number up to which entries went. */
  readonly through: number;
  readonly entries: number;
  readonly days: number;
  /** Hash over all gaps of the unit. */
  readonly gaps: string;
}

export const digestOfGaps = (algorithm: string, gaps: readonly Gap[]): string =>
  digest(
    algorithm,
    JSON.stringify([
      "gongkai gaps 1",
      ...gaps
        .toSorted((a, b) => a.fromSeq - b.fromSeq)
        .map(({ fromSeq, throughSeq, previous, hash }) => [fromSeq, throughSeq, previous, hash]),
    ]),
  );

export interface Accounts {
  readonly entries: readonly Entry[];
  readonly gaps: readonly Gap[];
  readonly sealed: readonly Pick<SealedHeadRow, "seal" | "seq">[];
  /** When each seal was made, by its number. */
  readonly sealedAt: ReadonlyMap<number, string>;
}

/**
 * All gaps, where the unit's last entry about a pruning names exactly these and the seals show that what went had been
 * kept long enough; else none: what is missing then is missing.
 */
export function accountedGaps({ entries, gaps, sealed, sealedAt }: Accounts): readonly Gap[] {
  const pruning = entries.findLast(({ operation }) => operation === "pruneHistory");
  if (gaps.length === 0 || !pruning) return [];
  const { through, gaps: told } = detailsOf(pruning);
  const when = (head: Accounts["sealed"][number] | undefined): number =>
    Date.parse((head && sealedAt.get(head.seal)) ?? "");
  const prunedAt = Date.parse(pruning.at);
  const keptFor = prunedAt - when(sealed.find(({ seq }) => seq === through));
  // The day on which the entry itself was sealed: nobody prunes in the future.
  const sealedLater = when(sealed.find(({ seq }) => seq >= pruning.seq));
  const fits =
    keptFor >= LEAST_DAYS * DAY_MS &&
    !(sealedLater < prunedAt) &&
    gaps.every(({ throughSeq }) => throughSeq <= (through ?? 0)) &&
    told === digestOfGaps(pruning.algorithm, gaps);
  return fits ? gaps : [];
}

function detailsOf({ details }: Entry): Partial<PruningDetails> {
  try {
    return JSON.parse(details ?? "{}") as Partial<PruningDetails>;
  } catch {
    return {};
  }
}
