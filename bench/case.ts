import type { Asker } from "./load.js";

interface AnyCase {
  readonly title: string;
  /** How many times the floor's cost it may take. */
  readonly aim: number;
  readonly by: Asker;
  readonly document: string;
}

/** A mutation of one record: each call is based on the revision that the one before left, so it waits for that. */
export interface WritingCase extends AnyCase {
  readonly key: WritingKey;
  readonly variables: { readonly input: object };
  readonly writes: true;
}

export type ComparisonKey = "oneYear" | "fiveYears";
export type WritingKey = "deriveReport";
export type CaseKey = ComparisonKey | "wholeReports" | WritingKey | "dueList" | "activity";

export interface ReadingCase extends AnyCase {
  readonly key: Exclude<CaseKey, WritingKey>;
  readonly variables: object;
  readonly writes?: false;
}

export type Case = ReadingCase | WritingCase;
