import { describe, expect, it } from "vitest";
import { randomFor, type Random } from "../../seeds/random.js";
import { ALGORITHM, chained, NOTHING_YET, type Content, type Links } from "./chain.js";
import type { HistorySealRow, SealedHeadRow } from "./seal.entity.js";
import { faultsOfChain, faultsOfSeals, rootOf, type HistoryFault } from "./verify.js";

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

const faultsOf = ({ chains, seals, heads }: Kept): HistoryFault[] => [
  ...faultsOfSeals(seals, heads),
  ...[...new Set([...chains.keys(), ...heads.map(({ unitId }) => unitId)])].flatMap((unitId) =>
    faultsOfChain(
      unitId,
      (chains.get(unitId) ?? []).toSorted((a, b) => a.seq - b.seq),
      heads.filter((head) => head.unitId === unitId),
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
      return faultsOfChain(
        unitId,
        copy,
        kept.heads.filter((head) => head.unitId === unitId),
      );
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
