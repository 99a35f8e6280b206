import { figuresOf, type ReportView, sentencesOf } from "../reports/index.js";
import { formatOf, showCellValue, type SectionKey } from "../forms/index.js";
import { unified } from "../kernel/fold.js";
import { sequenceDiff } from "../kernel/sequence-diff.js";
import type { UnitRow } from "../units/index.js";
import { cellsOfForm, doubtsOfTarget } from "./import-report.js";
import type { Doubt, FoundCell, FoundSection } from "./understanding/findings.js";
import type { Understood } from "./understanding/understand.js";

type Texts = Readonly<Partial<Record<SectionKey, string>>>;

/** A cell that the file prints otherwise than it was published. */
export interface UnlikeCell extends FoundCell {
  readonly published: string | null;
}

/** A sentence that only one of the two has, with its line in that text, from 1. */
export interface UnlikeSentence {
  readonly change: "ADDED" | "REMOVED";
  readonly text: string;
  readonly line: number;
}

export interface UnlikeSection {
  readonly key: SectionKey;
  readonly heading: string;
  readonly place: FoundSection["place"];
  /** False: the file does not have it at all. */
  readonly found: boolean;
  readonly sentences: readonly UnlikeSentence[];
}

export interface DocumentAudit {
  readonly cells: readonly UnlikeCell[];
  /** Codes of published cells, blanks aside, that were not found. */
  readonly missing: readonly string[];
  readonly sections: readonly UnlikeSection[];
  readonly doubts: readonly Doubt[];
}

/**
 * Where a finished file differs from what is published: cell by cell, sentence by sentence. A figure that was only read out
 * of a sentence is no cell of the page, and is held against nothing.
 */
export function auditDocument(
  understood: Understood,
  { view, texts, unit }: { readonly view: ReportView; readonly texts: Texts; readonly unit: UnitRow },
): DocumentAudit {
  const format = formatOf(view.format);
  const { values } = figuresOf(view);
  const found = new Map(
    cellsOfForm(understood, format)
      .filter(({ certainty }) => certainty !== "DOUBTFUL")
      .map((cell) => [cell.code, cell]),
  );
  const cells: UnlikeCell[] = [];
  const missing: string[] = [];
  for (const cell of format.cells) {
    const value = values[cell.position] ?? null;
    const published = value === null ? null : showCellValue(cell, value);
    const printed = found.get(cell.code);
    if (printed && printed.value !== published) cells.push({ ...printed, published });
    if (!printed && published !== null) missing.push(cell.code);
  }
  const { year, revision } = view;
  return {
    cells,
    missing,
    sections: format.sections.flatMap(({ key, heading }) => {
      const section = understood.sections.find((one) => one.key === key);
      const sentences = unlikeSentences(texts[key] ?? "", section?.body ?? "");
      if (sentences.length === 0) return [];
      return [{ key, heading, place: section?.place ?? null, found: section !== undefined, sentences }];
    }),
    doubts: [...doubtsOfTarget({ understood, unit, year, format, revision }), ...understood.doubts],
  };
}

interface Sentence {
  readonly text: string;
  readonly line: number;
}

const inLines = (body: string): readonly Sentence[] =>
  body
    .split("\n")
    .flatMap((line, i) => sentencesOf(line).map((text) => ({ text: text.trim(), line: i + 1 })))
    .filter(({ text }) => text !== "");

/** What makes no other sentence: blanks, full-width letters, the radicals that copies from PDF are full of. */
const sameAs = ({ text }: Sentence): string => unified(text).replace(/\s+/g, "");

function unlikeSentences(published: string, printed: string): readonly UnlikeSentence[] {
  const [before, after] = [inLines(published), inLines(printed)];
  let [i, j] = [0, 0];
  return sequenceDiff(before.map(sameAs), after.map(sameAs)).flatMap(({ kind }): UnlikeSentence[] => {
    const one = kind === "ADDED" ? after[j] : before[i];
    if (kind !== "ADDED") i++;
    if (kind !== "REMOVED") j++;
    return kind === "KEPT" || !one ? [] : [{ change: kind, ...one }];
  });
}
