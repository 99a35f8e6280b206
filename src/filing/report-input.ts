import { formatScaled } from "../kernel/decimal.js";
import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { isBlank, isPlainText, lengthOf } from "../kernel/plain-text.js";
import { text } from "../kernel/text.js";
import {
  indicator,
  noIndicator,
  readCellValue,
  type Cell,
  type Format,
  type SectionKey,
} from "../forms/index.js";
import type { DraftCell, DraftCells, Sections } from "../reports/index.js";

export interface CellInput {
  readonly code: string;
  readonly value?: string | null;
  /** undefined leaves the reason as it is, null removes it. */
  readonly difference?: string | null;
}

interface SectionInput {
  readonly key: SectionKey;
  readonly body: string;
}

export interface Merged<T> {
  readonly merged: T;
  readonly problems: Problem[];
}

const BODY_LIMIT = 50_000;
const DIFFERENCE_LIMIT = 500;

/**
 * The draft's cells with the given ones: null blanks a cell, or leaves a total to be computed. A reason for a
 * difference from the ledgers stays until it is replaced or removed, or its cell is blanked.
 */
export function mergeCells(
  format: Format,
  cells: DraftCells,
  input: readonly CellInput[],
  source: DraftCell["source"] = "ENTERED",
): Merged<DraftCells> {
  const merged = new Map(Object.entries(cells));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  input.forEach((given, i) => {
    const { code } = given;
    const at = ["input", "cells", String(i)];
    const read = seen.has(code) ? twice([...at, "code"]) : readCell(format, given, cells[code], at);
    seen.add(code);
    if ("code" in read) problems.push(read);
    else if (read.cell) merged.set(code, read.isNew ? { ...read.cell, source } : read.cell);
    else merged.delete(code);
  });
  return { merged: Object.fromEntries(merged), problems };
}

/** `isNew`: the value was given, and not only its difference explained. */
type Read = { cell: DraftCell | null; isNew: boolean } | Problem;

function readCell(
  format: Format,
  { code, value, difference }: CellInput,
  known: DraftCell | undefined,
  at: Path,
): Read {
  const cell = format.cells[format.position(code) ?? -1];
  if (!cell) return unknownCell(format, code, [...at, "code"]);
  const alone = value === undefined && difference !== undefined;
  const read = alone ? { cell: known ?? null, isNew: false } : readValue(cell, value, at);
  if ("code" in read) return read;
  const problem = difference == null ? null : differenceProblem(difference, read.cell, [...at, "difference"]);
  return problem ?? { ...read, cell: read.cell && withDifference(read.cell, difference, known?.difference) };
}

function differenceProblem(difference: string, cell: DraftCell | null, path: Path): Problem | null {
  if (isBlank(difference) || lengthOf(difference) > DIFFERENCE_LIMIT || !isPlainText(difference))
    return invalidInput(
      path,
      text(
        `请用 1 至 ${DIFFERENCE_LIMIT} 字说明差异`,
        `Explain the difference in 1 to ${DIFFERENCE_LIMIT} plain characters`,
      ),
    );
  if (cell) return null;
  return invalidInput(
    path,
    text(
      "没有填数的单元格不能说明差异，请先填数",
      "A blank or computed cell has no value to explain: enter one first",
    ),
  );
}

function withDifference(
  { value, source }: DraftCell,
  given: string | null | undefined,
  known: string | undefined,
): DraftCell {
  const difference = given === undefined ? known : (given ?? undefined);
  return difference === undefined ? { value, source } : { value, source, difference };
}

function readValue(cell: Cell, value: string | null | undefined, at: Path): Read {
  // An omitted value must not delete the old one.
  if (value === undefined)
    return invalidInput(
      [...at, "value"],
      text("请给出 value；要清空请填 null", "Give a value, or null to blank the cell"),
    );
  if (value === null) return { cell: null, isNew: true };
  const read = readCellValue(cell, value);
  if ("problem" in read) return invalidInput([...at, "value"], read.problem);
  return { cell: { value: formatScaled(read.value, cell.scale), source: "ENTERED" }, isNew: true };
}

export function unknownCell(format: Format, code: string, path: Path): Problem {
  const known = indicator(code);
  if (!known) return invalidInput(path, noIndicator(code));
  return known.derived
    ? invalidInput(
        path,
        text(`“${known.label}”由系统推算，不能填报`, `“${known.labelEn}” is derived and cannot be entered`),
      )
    : invalidInput(
        path,
        text(
          `“${known.label}”不在本年度适用的${format.documentNumber}格式中`,
          `“${known.labelEn}” is not in this year's form (${format.code})`,
        ),
      );
}

const twice = (path: Path): Problem =>
  invalidInput(path, text("同一指标给了两次", "The same indicator is given twice"));

/** The draft's sections, with the given ones replaced. */
export function mergeSections(sections: Sections, input: readonly SectionInput[]): Merged<Sections> {
  const seen = new Set<SectionKey>();
  const problems: Problem[] = [];
  input.forEach(({ key, body }, i) => {
    const at = ["input", "sections", String(i)];
    if (seen.has(key))
      problems.push(
        invalidInput([...at, "key"], text("同一部分给了两次", "The same section is given twice")),
      );
    seen.add(key);
    if (lengthOf(body) > BODY_LIMIT)
      problems.push(
        invalidInput(
          [...at, "body"],
          text(`正文超过 ${BODY_LIMIT} 字`, `More than ${BODY_LIMIT} characters`),
        ),
      );
    if (!isPlainText(body))
      problems.push(
        invalidInput(
          [...at, "body"],
          text("正文含有残缺的字符，请重新输入", "The text holds a broken character"),
        ),
      );
  });
  const bodies = Object.fromEntries(input.map(({ key, body }) => [key, body]));
  return { merged: { ...sections, ...bodies }, problems };
}
