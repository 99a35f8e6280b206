import { digest, hashOf, type Content, type Links } from "./chain.js";
import type { HistorySealRow, SealedHeadRow } from "./seal.entity.js";

type Entry = Content & Links;
type Seal = Readonly<HistorySealRow>;
type SealedHead = Readonly<SealedHeadRow>;

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

/** One unit's history, in order, against what seals have of it. */
export function faultsOfChain(
  unitId: string,
  entries: readonly Entry[],
  sealed: readonly Pick<SealedHead, "seq" | "hash">[],
): HistoryFault[] {
  const faults: HistoryFault[] = [];
  const fault = (kind: FaultKind, sequence: number): void => void faults.push({ kind, unitId, sequence });
  let before = { seq: 0, hash: "" };
  for (const entry of entries) {
    if (entry.seq !== before.seq + 1) fault("MISSING", before.seq + 1);
    else if (entry.previous !== before.hash) fault("UNLINKED", entry.seq);
    if (entry.unitId !== unitId || !matches(() => hashOf(entry, entry), entry.hash))
      fault("ALTERED", entry.seq);
    before = entry;
  }
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  for (const { seq, hash } of sealed) {
    const found = hashes.get(seq);
    if (found === undefined) fault(seq > before.seq ? "CUT_OFF" : "MISSING", seq);
    else if (found !== hash) fault("REWRITTEN", seq);
  }
  return faults;
}
