import { readFileSync } from "node:fs";
import { auditTexts, type Remark } from "../src/audit/index.js";
import type { SectionKey } from "../src/forms/index.js";

/** A sentence with the rules that must find something in it, and no others may; none for a clean one. */
export interface Labelled {
  readonly text: string;
  readonly expect: readonly string[];
  /** Left out: 2023, and 一、总体情况. */
  readonly year?: number;
  readonly section?: SectionKey;
  readonly unit?: { readonly kind: string; readonly name: string };
  /** Cells of the year's tables, and of last year's, by indicator. */
  readonly cells?: Readonly<Record<string, number>>;
  readonly previous?: Readonly<Record<string, number>>;
  /** `held`: no rule was changed for it. */
  readonly part?: "dev" | "held";
}

/** The labelled sentences that ship with the product: one JSON object a line. */
export const SENTENCES = "tests/audit/sentences.jsonl";

export const readLabelled = (file: string): Labelled[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Labelled);

/** The rules that the audit finds broken in a sentence. */
export const found = (sentence: Labelled): string[] => [
  ...new Set(remarks(sentence).map(({ rule }) => rule)),
];

/** What the audit says of a sentence. */
export function remarks({
  text,
  year = 2023,
  section = "OVERVIEW",
  unit,
  cells,
  previous,
}: Labelled): readonly Remark[] {
  return auditTexts({
    year,
    sections: { [section]: text },
    ...(unit ? { unit } : {}),
    ...(cells ? { cell: (code: string) => cells[code] ?? null } : {}),
    ...(previous ? { lastYear: (code: string) => previous[code] ?? null } : {}),
  });
}

export interface Score {
  right: number;
  falseAlarms: number;
  missed: number;
}

export const precision = ({ right, falseAlarms }: Score): number => ratio(right, right + falseAlarms);
export const recall = ({ right, missed }: Score): number => ratio(right, right + missed);
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** A score by rule, and `all` of them. */
export function score(sentences: readonly Labelled[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const count = (rule: string, key: keyof Score): void => {
    for (const name of [rule, "all"]) {
      const one = scores.get(name) ?? { right: 0, falseAlarms: 0, missed: 0 };
      one[key]++;
      scores.set(name, one);
    }
  };
  for (const sentence of sentences) {
    const rules = found(sentence);
    for (const rule of rules) count(rule, sentence.expect.includes(rule) ? "right" : "falseAlarms");
    for (const rule of sentence.expect) if (!rules.includes(rule)) count(rule, "missed");
  }
  return new Map([...scores].sort(([a], [b]) => a.localeCompare(b)));
}
