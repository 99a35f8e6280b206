import type { Text } from "../../kernel/text.js";
import type { SectionKey } from "../../forms/index.js";
import type { Place } from "../../reading/index.js";
import type { Certainty } from "./labels.js";

export type DoubtCode =
  | "S04_TABLE_IMAGE"
  | "TABLE_NOT_FOUND"
  | "ROW_NOT_UNDERSTOOD"
  | "VALUE_NOT_UNDERSTOOD"
  | "BLANK_MARK"
  | "GUESSED_BY_POSITION"
  | "CONVERTED"
  | "FOUND_TWICE"
  | "OTHER_FORM"
  | "OTHER_YEAR"
  | "OTHER_UNIT"
  | "HEAD_NOT_FOUND"
  | "SECTION_NOT_FOUND"
  | "EXPORT_OVERTAKEN"
  | "PART_DROPPED";

/** Something that a person should look at before the file is taken over. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly message: Text;
  readonly place: Place | null;
  /** The words of the file, shortened. */
  readonly excerpt: string | null;
}

export interface FoundCell {
  readonly code: string;
  /** The exact decimal; null: found blank. */
  readonly value: string | null;
  /** As printed. */
  readonly text: string;
  readonly place: Place;
  readonly certainty: Certainty;
}

export interface FoundText {
  readonly value: string;
  readonly place: Place | null;
}

export interface FoundSection {
  readonly key: SectionKey;
  readonly body: string;
  readonly place: Place | null;
}

/** Collects while a file is gone through. A cell found twice keeps its first value. */
export class Findings {
  readonly cells = new Map<string, FoundCell>();
  readonly doubts: Doubt[] = [];
  readonly #twice = new Set<string>();

  cell(found: FoundCell): void {
    const first = this.cells.get(found.code);
    if (!first) return void this.cells.set(found.code, found);
    if (first.value !== found.value && first.certainty !== "EXACT") this.#twice.add(found.code);
  }

  doubt(code: DoubtCode, message: Text, place: Place | null = null, excerpt: string | null = null): void {
    if (this.doubts.length < MOST_DOUBTS)
      this.doubts.push({ code, message, place, excerpt: excerpt && shortened(excerpt) });
  }

  /** Codes whose second appearance said something else. */
  get twice(): readonly string[] {
    return [...this.#twice];
  }
}

const MOST_DOUBTS = 500;
const LONGEST_EXCERPT = 80;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
};
