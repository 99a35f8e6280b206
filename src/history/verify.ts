import { digest, hashOf, type Content, type Links } from "./chain.js";
import { accountedGaps, type Accounts } from "./retention.js";
import type { HistorySealRow, SealedHeadRow } from "./seal.entity.js";

type Entry = Content & Links;
type Seal = Readonly<HistorySealRow>;
type SealedHead = Readonly<SealedHeadRow>;

/** What is stored of one unit's history, in order. */
export interface StoredHistory extends Accounts {
  readonly sealed: readonly Pick<SealedHead, "seal" | "seq" | "hash">[];
}

/** What is wrong with a history. */
export type FaultKind =
  /** The entry does not say what it was hashed for. */
  | "ALTERED"
  /** There is none of this number, and there are later ones. */
  | "MISSING"
  /** It does not follow from the entry before. */
  | "UNLINKED"
  /** The seal has it, and the history ends before. */
  | "CUT_OFF"
  /** The seal has another hash for it: the history was written anew. */
  | "REWRITTEN"
  /** The seal's root is not that of what it seals. */
  | "SEAL_BROKEN";

export interface HistoryFault {
  readonly kind: FaultKind;
  /** null: of a seal. */
  readonly unitId: string | null;
  /** The entry's place in the unit's history, or the seal's number. */
  readonly sequence: number;
}

/** The hash over all heads, by unit, and the seal before. */
export function rootOf(
  { number, at, algorithm, previous }: Omit<Seal, "root">,
  heads: ReadonlyMap<string, Pick<SealedHead, "seq" | "hash">>,
): string {
  const sorted = [...heads]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, { seq, hash }]) => [unit, seq, hash]);
  return digest(algorithm, JSON.stringify(["gongkai seal 1", number, at, algorithm, previous, sorted]));
}

const matches = (make: () => string, hash: string): boolean => {
  try {
    return make() === hash;
  } catch {
    return false; // an algorithm that there is not
  }
};

/** Seals that do not follow from each other and from the heads they seal. Both in order. */
export function faultsOfSeals(seals: readonly Seal[], sealed: readonly SealedHead[]): HistoryFault[] {
  const heads = new Map<string, SealedHead>();
  const faults: HistoryFault[] = [];
  const fault = (sequence: number): void => void faults.push({ kind: "SEAL_BROKEN", unitId: null, sequence });
  let previous = "";
  for (const [i, seal] of seals.entries()) {
    for (const head of sealed) if (head.seal === seal.number) heads.set(head.unitId, head);
    const follows = seal.number === i + 1 && seal.previous === previous;
    if (!follows || !matches(() => rootOf(seal, heads), seal.root)) fault(seal.number);
    previous = seal.root;
  }
  const known = new Set(seals.map(({ number }) => number));
  for (const number of new Set(sealed.map((head) => head.seal))) if (!known.has(number)) fault(number);
  return faults;
}

/** One unit's history against what seals have of it. What was pruned by the rules is no fault. */
export function faultsOfChain(unitId: string, history: StoredHistory): HistoryFault[] {
  const faults: HistoryFault[] = [];
  const fault = (kind: FaultKind, sequence: number): void => void faults.push({ kind, unitId, sequence });
  const pruned = accountedGaps(history);
  const links = linksOf(history.entries, pruned);
  let before = { through: 0, hash: "" };
  for (const link of links) {
    if (link.from !== before.through + 1) fault("MISSING", before.through + 1);
    else if (link.previous !== before.hash) fault("UNLINKED", link.from);
    before = link;
  }
  for (const entry of history.entries)
    if (entry.unitId !== unitId || !matches(() => hashOf(entry, entry), entry.hash))
      fault("ALTERED", entry.seq);
  const hashes = new Map(links.map(({ through, hash }) => [through, hash]));
  for (const { seq, hash } of history.sealed) {
    const found = hashes.get(seq);
    if (found === undefined) {
      if (!pruned.some(({ fromSeq, throughSeq }) => fromSeq <= seq && seq <= throughSeq))
        fault(seq > before.through ? "CUT_OFF" : "MISSING", seq);
    } else if (found !== hash) fault("REWRITTEN", seq);
  }
  return faults;
}

interface Link {
  readonly from: number;
  readonly through: number;
  readonly previous: string;
  readonly hash: string;
}

/** Entries and gaps by their numbers: each holds the hash of the one before. */
const linksOf = (entries: readonly Entry[], gaps: StoredHistory["gaps"]): Link[] =>
  [
    ...entries.map(({ seq, previous, hash }) => ({ from: seq, through: seq, previous, hash })),
    ...gaps.map(({ fromSeq, throughSeq, ...ends }) => ({ from: fromSeq, through: throughSeq, ...ends })),
  ].sort((a, b) => a.from - b.from);
