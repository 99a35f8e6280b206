import type { Text } from "../kernel/text.js";
import { formatScaled } from "../kernel/decimal.js";
import type { Interval } from "./interval.js";
import { isExact } from "./interval.js";
import type { Excerpt, Passage, Replacement, Sections } from "./passage.js";
import { passageOf } from "./passage.js";
import { breakdownsOf, type Breakdown } from "./breakdowns.js";
import { readSection, type Reading, type Statement } from "./statements.js";
import type { SectionKey } from "../forms/index.js";

/** What the audit reads: the texts, and what is known beside them. */
export interface AuditInput {
  /** The report's year. */
  readonly year: number;
  readonly sections: Sections;
  /** The unit that speaks: its kind (TOWN, DEPARTMENT, ...) and its name. */
  readonly unit?: { readonly kind: string; readonly name?: string };
  /** The headings of the year's form, and its document number. */
  readonly form?: { readonly code: string; readonly documentNumber: string };
  /** A count of this year's tables, and of last year's, by indicator; null where it is not known. */
  readonly cell?: (code: string) => number | null;
  readonly lastYear?: (code: string) => number | null;
  /** YYYY-MM-DD. */
  readonly signedOn?: string | null;
}

/** A contradiction in the text. */
export interface Remark {
  /** N01 to N22, S10, S11, S14, S15: see docs/rules.md. */
  readonly rule: string;
  /** Left out: the rule's own. */
  readonly severity?: "ERROR" | "WARNING" | "INFO";
  /** What it is about, for the fingerprint: never a value. */
  readonly at: string;
  readonly excerpt: Excerpt;
  /** Decimals; null where nothing is compared. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** 59 + 876 = 935 ≠ 911 */
  readonly arithmetic: string | null;
  readonly message: Text;
  /** How the sentence might read. */
  readonly suggestion: Text;
  /** The suggestion as other words for a part of the excerpt; left out where it is advice. */
  readonly replacement?: Replacement;
  /** Codes of the cells that the text contradicts. */
  readonly cells?: readonly string[];
}

/** The texts as all checks read them. */
export interface Audit {
  readonly input: AuditInput;
  readonly readings: readonly Reading[];
  readonly breakdowns: ReadonlyMap<Reading, readonly Breakdown[]>;
  /** The breakdowns that a figure is a part of. */
  partOf(statement: Statement): readonly Breakdown[];
}

const SECTIONS: readonly SectionKey[] = ["INTRODUCTION", "OVERVIEW", "PROBLEMS", "OTHER_MATTERS"];

export function readAll(input: AuditInput): Audit {
  const readings = SECTIONS.map((section) =>
    readSection(section, passageOf(input.sections, section), input.year),
  );
  const breakdowns = new Map(readings.map((one) => [one, breakdownsOf(one)]));
  const parts = new Map<Statement, Breakdown[]>();
  for (const breakdown of [...breakdowns.values()].flat())
    for (const part of breakdown.parts) {
      const others = parts.get(part);
      if (others) others.push(breakdown);
      else parts.set(part, [breakdown]);
    }
  return { input, readings, breakdowns, partOf: (statement) => parts.get(statement) ?? [] };
}

export type Check = (audit: Audit) => readonly Remark[];

/** The stretch from one figure's words to another's. */
export const excerptOf = (passage: Passage, from: Statement, to: { readonly end: number }): Excerpt =>
  passage.excerpt(from.start - from.context.phrase.length, Math.max(to.end, from.end));

/** 935条 for 911条; nothing where the figure is not written as one whole number. */
export function refigured(
  { passage }: Reading,
  { written, start, end, measure, range }: Statement,
  value: number,
): Pick<Remark, "replacement"> {
  const number = written.slice(0, written.length - measure.length);
  const isPlain = isExact(range) && WHOLE_NUMBER.test(number) && written.endsWith(measure);
  if (!isPlain || !Number.isInteger(value)) return {};
  const digits = number.includes(",") ? grouped(value) : String(value);
  return { replacement: passage.replacement(start, end, digits + measure) };
}

const WHOLE_NUMBER = /^(?:\d+(?:,\d{3})*|[〇零一二两三四五六七八九十百千]+)$/;

/** 1,234 */
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** 911, 1.9, 21.55: at most four decimals, no trailing zeros. */
export const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : formatScaled(Math.round(value * 10_000), 4);

export const shownRange = (range: Interval): string =>
  isExact(range) ? shown(range.low) : `${shown(range.low)}~${shown(range.high)}`;

/** A short ASCII name for a text, the same everywhere and for ever: it goes into fingerprints. */
export function nameHash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
