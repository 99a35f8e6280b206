import { describe, expect, it } from "vitest";
import { digestOfGaps, expiredUpTo, gapsFor } from "./retention.js";
import { randomFor, type Random } from "../kernel/random.js";
import { ALGORITHM, chained, NOTHING_YET, type Content, type Links } from "./chain.js";
import type { HistoryGapRow, HistorySealRow, SealedHeadRow } from "./seal.entity.js";
import { faultsOfChain, faultsOfSeals, rootOf, type HistoryFault, type StoredHistory } from "./verify.js";

type Entry = Content & Links;
interface Kept {
  readonly chains: Map<string, Entry[]>;
  readonly seals: HistorySealRow[];
  readonly heads: SealedHeadRow[];
}

const UNITS = ["unit-of-a-town-0", "unit-of-a-town-1", "unit-of-a-city-0", "platform-history"] as const;

function content(random: Random, unitId: string): Omit<Entry, "seq" | "algorithm" | "previous" | "hash"> {
  const maybe = (text: string): string | null => (random.chance(0.5) ? text : null);
  return {
    unitId,
    at: `2026-0${random.between(1, 9)}-1${random.between(0, 9)}T01:00:00.000Z`,
    onDate: `2026-01-1${random.between(0, 9)}`,
    actorId: maybe("actor-0123456789"),
    actor: maybe("王芳"),
    role: maybe("CLERK"),
    operation: random.pick(["decideRequest", "saveReport", "signIn"]),
    readers: "LEDGERS",
    subjectType: "InformationRequest",
    subjectId: `request-${random.between(1, 99)}`,
    revision: random.between(1, 9),
    changes: maybe('{"state":["RECEIVED","DECIDED"]}'),
    reason: maybe("按期"),
    details: maybe('{"days":3}'),
    requestId: maybe("req"),
    copyOf: null,
  };
}

/** Four histories that grew over three days, sealed each evening, the last seal over all of them. */
function written(random: Random): Kept {
  const kept: Kept = { chains: new Map(UNITS.map((id) => [id, []])), seals: [], heads: [] };
  const all = new Map<string, SealedHeadRow>();
  for (const number of [1, 2, 3]) {
    for (const unitId of UNITS) {
      const chain = kept.chains.get(unitId) ?? [];
      if (number === 2 && random.chance(0.3)) continue;
      const more = Array.from({ length: random.between(1, 5) }, () => content(random, unitId));
      chain.push(...chained(chain.at(-1) ?? NOTHING_YET, more));
      const { seq = 0, hash = "" } = chain.at(-1) ?? {};
      const head = { seal: number, unitId, seq, hash };
      kept.heads.push(head);
      all.set(unitId, head);
    }
    const previous = kept.seals.at(-1)?.root ?? "";
    const seal = { number, at: `2026-01-0${number}T16:00:00.000Z`, algorithm: ALGORITHM, previous };
    kept.seals.push({ ...seal, root: rootOf(seal, all) });
  }
  return kept;
}

const storedOf = (
  seals: readonly HistorySealRow[],
  entries: readonly Entry[],
  sealed: readonly SealedHeadRow[],
  gaps: readonly HistoryGapRow[] = [],
): StoredHistory => ({
  ...{ entries, sealed, gaps, sealedAt: new Map(seals.map(({ number, at }) => [number, at])) },
});

const faultsOf = ({ chains, seals, heads }: Kept): HistoryFault[] => [
  ...faultsOfSeals(seals, heads),
  ...[...new Set([...chains.keys(), ...heads.map(({ unitId }) => unitId)])].flatMap((unitId) =>
    faultsOfChain(
      unitId,
      storedOf(
        seals,
        (chains.get(unitId) ?? []).toSorted((a, b) => a.seq - b.seq),
        heads.filter((head) => head.unitId === unitId),
      ),
    ),
  ),
];

const FIELDS = Object.keys({ ...content(randomFor("fields"), "u"), previous: "", hash: "", algorithm: "" });

/** What somebody with the database's password can do to rows, one of these a trial. */
const TAMPERINGS: Readonly<Record<string, (kept: Kept, chain: Entry[], at: number, random: Random) => void>> =
  {
    alters: (_, chain, at, random) => {
      const field = random.pick(FIELDS as [string, ...string[]]);
      const was = (chain[at] as unknown as Record<string, unknown>)[field];
      const other = typeof was === "number" ? was + 1 : was === null ? "" : `${was as string} `;
      chain[at] = { ...(chain[at] as Entry), [field]: other };
    },
    deletes: (_, chain, at) => void chain.splice(at, 1),
    swaps: (_, chain, at) => {
      const other = at === 0 ? chain.length - 1 : at - 1;
      const [a, b] = [chain[at] as Entry, chain[other] as Entry];
      if (chain.length === 1) chain.pop();
      else
        [chain[at], chain[other]] = [
          { ...b, seq: a.seq },
          { ...a, seq: b.seq },
        ];
    },
    "cuts off": (_, chain, at) => void chain.splice(at),
    "takes out and closes the gap": (_, chain, at) => {
      const rest = chain.splice(at).slice(1);
      chain.push(...chained(chain.at(-1) ?? NOTHING_YET, rest));
    },
    "writes anew from an entry on": (_, chain, at) => {
      const [first, ...rest] = chain.splice(at) as [Entry, ...Entry[]];
      chain.push(...chained(chain.at(-1) ?? NOTHING_YET, [{ ...first, reason: "改写" }, ...rest]));
    },
    "adds one in between": (_, chain, at, random) => {
      const rest = chain.splice(at);
      chain.push(
        ...chained(chain.at(-1) ?? NOTHING_YET, [
          content(random, chain[0]?.unitId ?? rest[0]?.unitId ?? ""),
          ...rest,
        ]),
      );
    },
    "moves one to another unit": ({ chains }, chain, at) => {
      const [moved] = chain.splice(at, 1) as [Entry];
      const [other = ""] = UNITS.filter((unit) => unit !== moved.unitId);
      const target = chains.get(other) ?? [];
      target.push({ ...moved, unitId: other, seq: target.length + 1 });
    },
    "empties a unit": (_, chain) => void chain.splice(0),
    "alters a seal": ({ seals }, _, __, random) => {
      const i = random.between(0, seals.length - 1);
      seals[i] = { ...(seals[i] as HistorySealRow), at: "2026-02-01T00:00:00.000Z" };
    },
    "alters a sealed head with its history": ({ heads }, chain, at, random) => {
      TAMPERINGS["writes anew from an entry on"]?.({} as Kept, chain, at, random);
      for (const [i, head] of heads.entries()) {
        const entry = chain.find(({ unitId, seq }) => unitId === head.unitId && seq === head.seq);
        if (entry) heads[i] = { ...head, hash: entry.hash };
      }
    },
    "drops a seal": ({ seals }, _, __, random) => void seals.splice(random.between(0, seals.length - 1), 1),
    "drops a sealed head": ({ heads }, _, __, random) =>
      void heads.splice(random.between(0, heads.length - 1), 1),
  };

/** A history whose old sign-ins went by the rules: 2 seals, half a year apart, and the entry about it after them. */
function pruned(random: Random): StoredHistory & { entries: Entry[]; gaps: HistoryGapRow[] } {
  const unitId = UNITS[0];
  const [old, later, then] = ["2026-01-01", "2026-06-30", "2026-08-01"].map((day) => `${day}T16:00:00.000Z`);
  const some = (count: number): Omit<Entry, "seq" | "algorithm" | "previous" | "hash">[] =>
    Array.from({ length: count }, () => ({
      ...content(random, unitId),
      ...(random.chance(0.6) && { operation: "signIn", subjectType: "User", revision: null }),
    }));
  const written = chained(NOTHING_YET, some(random.between(12, 20)));
  const through = written.length - 2;
  const gone = expiredUpTo(written, through);
  const gaps = gapsFor(gone).map((gap) => ({ ...gap }));
  const kept = written.filter((entry) => !gone.includes(entry));
  const sealed = [
    { seal: 1, unitId, seq: through, hash: written[through - 1]?.hash ?? "" },
    { seal: 2, unitId, seq: written.length, hash: written.at(-1)?.hash ?? "" },
  ];
  const details = { through, entries: gone.length, days: 184, gaps: digestOfGaps(ALGORITHM, gaps) };
  const about = {
    ...content(random, unitId),
    ...{ at: then ?? "", operation: "pruneHistory", details: JSON.stringify(details) },
  };
  const entries: Entry[] = [...kept, ...chained(written.at(-1) as Entry, [about])];
  const sealedAt = new Map([old, later].map((at, i) => [i + 1, at ?? ""]));
  return { entries, gaps, sealed, sealedAt };
}

type PrunedHistory = ReturnType<typeof pruned>;

/** What would pass a deletion off as a pruning. */
const PRETENCES: Readonly<Record<string, (history: PrunedHistory, random: Random) => void>> = {
  "deletes more": ({ entries }, random) => void entries.splice(random.between(0, entries.length - 2), 1),
  "deletes more, and calls it a gap": ({ entries, gaps }, random) => {
    const [gone] = entries.splice(random.between(0, entries.length - 2), 1);
    gaps.push(...gapsFor(gone ? [gone] : []));
  },
  "deletes the entry about it": ({ entries }) => void entries.pop(),
  "takes a gap away": ({ gaps }, random) => void gaps.splice(random.between(0, gaps.length - 1), 1),
  "alters a gap": ({ gaps }, random) =>
    void Object.assign(gaps[random.between(0, gaps.length - 1)] ?? {}, { hash: "0" }),
  "alters the entry about it": ({ entries }) => {
    const last = entries.at(-1) as Entry;
    entries[entries.length - 1] = {
      ...last,
      details: (last.details ?? "").replace(/"entries":\d+/, '"entries":1000'),
    };
  },
  "alters what was left": ({ entries }, random) => {
    const at = random.between(0, entries.length - 2);
    entries[at] = { ...(entries[at] as Entry), reason: "改写" };
  },
  "prunes anew, what is younger than the retention": ({ entries, gaps, sealed }) => {
    // The last entry before the pruning is sealed, but a month old only.
    const head = sealed.at(-1)?.seq ?? 0;
    const young = entries.filter(({ seq }) => seq <= head).slice(-1);
    const about = entries.at(-1) as Entry;
    gaps.push(...gapsFor(young));
    const details = { through: head, entries: 1, days: 184, gaps: digestOfGaps(ALGORITHM, gaps) };
    entries.splice(-2, 2, about, ...chained(about, [{ ...about, details: JSON.stringify(details) }]));
  },
  "prunes in the future": (history) => {
    PRETENCES["prunes anew, what is younger than the retention"]?.(history, randomFor("future"));
    const [before, last] = history.entries.slice(-2) as [Entry, Entry];
    const [forged] = chained(before, [{ ...last, at: "2030-01-01T00:00:00.000Z" }]) as [Entry];
    history.entries.splice(-1, 1, forged);
    (history.sealed as SealedHeadRow[]).push({
      seal: 3,
      unitId: forged.unitId,
      seq: forged.seq,
      hash: forged.hash,
    });
    (history.sealedAt as Map<number, string>).set(3, "2026-08-02T16:00:00.000Z");
  },
};

describe("a history from which entries were pruned", () => {
  const of = (history: PrunedHistory): HistoryFault[] => faultsOfChain(UNITS[0], history);

  it("is whole, and is seen to be", () => {
    for (let i = 0; i < 100; i++) {
      const history = pruned(randomFor("pruned", i));
      expect(history.gaps.length).toBeGreaterThan(0);
      expect(of(history)).toEqual([]);
    }
  });

  it.each(Object.keys(PRETENCES))("is not whole where somebody %s", (name) => {
    for (let i = 0; i < 60; i++) {
      const random = randomFor(name, i);
      const history = pruned(random);
      PRETENCES[name]?.(history, random);
      expect([i, of(history).length > 0]).toEqual([i, true]);
    }
  });

  it("keeps the steps of records, and the last entry of all", () => {
    const user = { ...content(randomFor("user"), UNITS[0]), operation: "signIn", subjectType: "User" };
    const step = { ...user, operation: "decideRequest", subjectType: "InformationRequest" };
    const read = { ...step, operation: "readApplicant", revision: null };
    const entries = chained(NOTHING_YET, [user, step, read, user, user]);
    expect(expiredUpTo(entries, 9).map(({ seq }) => seq)).toEqual([1, 3, 4]);
    expect(gapsFor(expiredUpTo(entries, 9)).map(({ fromSeq, throughSeq }) => [fromSeq, throughSeq])).toEqual([
      [1, 1],
      [3, 4],
    ]);
  });
});

describe("verifying", () => {
  it("finds nothing wrong with a hundred histories that nobody touched", () => {
    for (let i = 0; i < 100; i++) expect(faultsOf(written(randomFor("whole", i)))).toEqual([]);
  });

  it("finds each of a thousand random tamperings", () => {
    const names = Object.keys(TAMPERINGS) as [string, ...string[]];
    const missed: string[] = [];
    const tried = new Map<string, number>();
    for (let i = 0; i < 1000; i++) {
      const random = randomFor("tampering", i);
      const kept = written(random);
      const chain = kept.chains.get(random.pick(UNITS)) ?? [];
      const name = names[i % names.length] ?? "";
      TAMPERINGS[name]?.(kept, chain, random.between(0, chain.length - 1), random);
      tried.set(name, (tried.get(name) ?? 0) + 1);
      if (faultsOf(kept).length === 0) missed.push(`${i}: ${name}`);
    }
    expect(missed).toEqual([]);
    expect(Math.min(...tried.values())).toBeGreaterThan(70);
  });

  it("says what is wrong, and where", () => {
    const kept = written(randomFor("told"));
    const [unitId] = UNITS;
    const chain = kept.chains.get(unitId) ?? [];
    const told = (change: (chain: Entry[]) => void): HistoryFault[] => {
      const copy = [...chain];
      change(copy);
      const heads = kept.heads.filter((head) => head.unitId === unitId);
      return faultsOfChain(unitId, storedOf(kept.seals, copy, heads));
    };
    const last = chain.length;
    expect(told((copy) => (copy[1] = { ...(copy[1] as Entry), reason: "改" }))).toEqual([
      { kind: "ALTERED", unitId, sequence: 2 },
    ]);
    expect(told((copy) => copy.splice(1, 1))).toContainEqual({ kind: "MISSING", unitId, sequence: 2 });
    expect(told((copy) => copy.pop())).toContainEqual({ kind: "CUT_OFF", unitId, sequence: last });
    const whole = told((copy) =>
      copy.push(...chained(copy.at(-1) as Entry, [content(randomFor("more"), unitId)])),
    );
    expect(whole).toEqual([]);
  });
});
