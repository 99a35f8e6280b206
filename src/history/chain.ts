import { createHash, getHashes } from "node:crypto";

/** By which the hashes of an entry are made; each entry says its own. */
export type Algorithm = "sha256" | "sm3";

/** SM3 (GM/T 0004) wherever the runtime's OpenSSL has it, else SHA-256. */
export const ALGORITHM: Algorithm = getHashes().includes("sm3") ? "sm3" : "sha256";

/** Content of an entry as stored: the hash covers all of it. */
export interface Content {
  /** The unit whose history contains it. */
  readonly unitId: string;
  /** Its place in that history, from 1. */
  readonly seq: number;
  readonly at: string;
  readonly onDate: string;
  readonly actorId: string | null;
  readonly actor: string | null;
  readonly role: string | null;
  readonly operation: string;
  readonly readers: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly revision: number | null;
  /** JSON: field -> [before, after]. */
  readonly changes: string | null;
  readonly reason: string | null;
  /** JSON. */
  readonly details: string | null;
  readonly requestId: string | null;
  readonly copyOf: string | null;
}

export interface Links {
  readonly algorithm: Algorithm;
  /** The hash of the entry before it in the unit's history; empty for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** The end of a unit's history. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const NOTHING_YET: Head = { seq: 0, hash: "" };

/** In this order for ever: another order is another hash. */
const FIELDS = [
  "unitId",
  "seq",
  "at",
  "onDate",
  "actorId",
  "actor",
  "role",
  "operation",
  "readers",
  "subjectType",
  "subjectId",
  "revision",
  "changes",
  "reason",
  "details",
  "requestId",
  "copyOf",
] as const satisfies readonly (keyof Content)[];

/** One JSON array of strings, whole numbers and nulls: no two contents have the same, and every platform writes it alike. */
const canonical = (content: Content, algorithm: string, previous: string): string =>
  JSON.stringify(["gongkai history 1", algorithm, ...FIELDS.map((field) => content[field]), previous]);

export const digest = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text).digest("hex");

/** In hex. Throws where this runtime does not know the algorithm. */
export const hashOf = (content: Content, { algorithm, previous }: Omit<Links, "hash">): string =>
  digest(algorithm, canonical(content, algorithm, previous));

/** Numbers contents on from the end of a unit's history, and links each to the one before. */
export function chained<C extends Omit<Content, "seq">>(
  { seq, hash }: Head,
  contents: readonly C[],
): (C & Content & Links)[] {
  let previous = hash;
  return contents.map((content, i) => {
    const entry = { ...content, seq: seq + i + 1, algorithm: ALGORITHM, previous };
    previous = hashOf(entry, entry);
    return { ...entry, hash: previous };
  });
}
