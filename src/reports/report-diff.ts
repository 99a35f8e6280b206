import { formatScaled, type Scaled } from "../kernel/decimal.js";
import { sequenceDiff, type Edit } from "../kernel/sequence-diff.js";
import { showCellValue, type Figures, type SectionKey } from "../forms/index.js";
import type { Sections } from "./report.entity.js";

/** A cell whose value differs between two states of a report; null: blank, which is not 0. */
export interface CellDifference {
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
  /** After less before; null where one of them is blank. */
  readonly change: string | null;
}

/** In the order of the form. */
export function cellDifferences(before: Figures, after: Figures): CellDifference[] {
  return after.format.cells.flatMap((cell): CellDifference[] => {
    const then = valueAt(before, cell.code);
    const now = valueAt(after, cell.code);
    if (then === now) return [];
    const shown = (value: Scaled | null): string | null =>
      value === null ? null : showCellValue(cell, value);
    const change = then === null || now === null ? null : formatScaled(now - then, cell.scale);
    return [{ code: cell.code, before: shown(then), after: shown(now), change }];
  });
}

function valueAt({ format, values }: Figures, code: string): Scaled | null {
  const position = format.position(code);
  return position === undefined ? null : (values[position] ?? null);
}

export interface SectionDifference {
  readonly key: SectionKey;
  /** Both bodies laid over each other. */
  readonly sentences: readonly Edit<string>[];
}

/** The sections whose text differs, in the order given. */
export const sectionDifferences = (
  keys: readonly SectionKey[],
  before: Sections,
  after: Sections,
): SectionDifference[] =>
  keys
    .filter((key) => (before[key] ?? "") !== (after[key] ?? ""))
    .map((key) => ({
      key,
      sentences: sequenceDiff(sentencesOf(before[key] ?? ""), sentencesOf(after[key] ?? "")),
    }));

/** Up to a full stop, a semicolon and the like, with the brackets and quotes that close after it; or to the end of a line. */
const SENTENCE = /[^。！？!?；;\n]*(?:[。！？!?；;]+[”’」』）)】》]*\n?|\n)|[^。！？!?；;\n]+$/g;

/** A text cut after each of its sentences: together they are the text again, to the letter. */
export const sentencesOf = (text: string): string[] => text.match(SENTENCE) ?? [];
