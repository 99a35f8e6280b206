import { describe, expect, it } from "vitest";
import { ALGORITHM, chained, hashOf, NOTHING_YET, type Content } from "./chain.js";

const content: Omit<Content, "seq"> = {
  unitId: "u",
  at: "2026-01-20T01:00:00.000Z",
  onDate: "2026-01-20",
  actorId: "p",
  actor: "王芳",
  role: "CLERK",
  operation: "decideRequest",
  readers: "LEDGERS",
  subjectType: "InformationRequest",
  subjectId: "r",
  revision: 3,
  changes: '{"state":["RECEIVED","DECIDED"]}',
  reason: null,
  details: null,
  requestId: "req-1",
  copyOf: null,
};

describe("the chain", () => {
  it("numbers entries on and links each to the one before, whoever wrote that", () => {
    const [first, second] = chained(NOTHING_YET, [content, { ...content, revision: 4 }]);
    expect([first?.seq, first?.previous, second?.seq, second?.previous]).toEqual([1, "", 2, first?.hash]);
    const [third] = chained({ seq: 2, hash: second?.hash ?? "" }, [content]);
    expect([third?.seq, third?.previous]).toEqual([3, second?.hash]);
  });

  it("hashes the same content alike on every platform", () => {
    const entry = { ...content, seq: 7 };
    expect(hashOf(entry, { algorithm: "sha256", previous: "ab" })).toBe(
      "557bda269cc7eb32bf809bb538349298295b5208dd229b288fe24469f1cc0889",
    );
    expect(ALGORITHM).toMatch(/^(sm3|sha256)$/);
  });

  it.each(Object.keys({ ...content, seq: 0 }) as (keyof Content)[])("hashes %s", (field) => {
    const entry = { ...content, seq: 7 };
    const links = { algorithm: "sha256", previous: "ab" } as const;
    for (const other of [null, "", 0, "0", "another"].filter((one) => one !== entry[field]))
      expect([other, hashOf({ ...entry, [field]: other }, links)]).not.toEqual([other, hashOf(entry, links)]);
  });

  it("tells apart what stands in neighbouring fields, the algorithms, and the entries before", () => {
    const entry = { ...content, seq: 7 };
    const of = (more: Partial<Content>, links: object = {}) =>
      hashOf({ ...entry, ...more }, { algorithm: "sha256", previous: "ab", ...links });
    const all = [
      of({}),
      of({ reason: "a", details: "b" }),
      of({ reason: "ab", details: "" }),
      of({ reason: 'a","b', details: "" }),
      of({}, { previous: "abc" }),
      ...(ALGORITHM === "sm3" ? [of({}, { algorithm: "sm3" })] : []),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
