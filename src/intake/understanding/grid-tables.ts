import { text } from "../../kernel/text.js";
import type { TableKey } from "../../forms/index.js";
import type { GridCell, Place, Table } from "../../reading/index.js";
import { isFigure, isNumber } from "./figure-text.js";
import type { Findings } from "./findings.js";
import {
  APPLICANT_KEYS,
  APPLICANTS,
  cellOf,
  columnsOfRow,
  groupNamed,
  OUTCOMES,
  PROACTIVE_COLUMNS,
  PROACTIVE_ROWS,
  REMEDY_CODES,
  REMEDY_ROWS,
  requestRow,
  UNDIVIDED_ROW,
  type Group,
} from "./form-labels.js";
import {
  columnsNamed,
  distinct,
  isCaption,
  isHead,
  MOST_COLUMNS,
  rowsOf,
  type Row,
  type Slot,
} from "./grid-rows.js";
import { labelKey, labelNumber, type Certainty } from "./labels.js";
import { shortRow, takeFigure } from "./take-figure.js";

export interface GridSource {
  readonly table: Table;
  readonly place: Place;
  /** Blank cells are absent, as in a workbook. */
  readonly isSparse: boolean;
}

/** Reads the figures of one table by its labels. */
export function readGrid(source: GridSource, findings: Findings): void {
  const reader = new GridReader(source, findings);
  for (const [index, row] of rowsOf(source.table)) reader.row(index, row);
}

const MOST_HEAD_ROWS = 8;

class GridReader {
  readonly #source: GridSource;
  readonly #findings: Findings;
  /** The headings above each column since the last row of figures. */
  #heads = new Map<number, GridCell[]>();
  #headsAreDone = false;
  #family: TableKey | null = null;
  #columns = new Map<number, string>();
  #group: Group | null = null;
  #inGroup = 0;
  #remedyBlocks = 0;

  constructor(source: GridSource, findings: Findings) {
    this.#source = source;
    this.#findings = findings;
  }

  row(index: number, row: Row): void {
    const read =
      this.#proactiveRow(index, row) || this.#requestRow(index, row) || this.#remedyRow(index, row);
    if (read) this.#headsAreDone = true;
    else if (isHead(row)) this.#addHead(row);
    else this.#tellUnknown(index, row);
  }

  #addHead(row: Row): void {
    if (this.#headsAreDone) {
      this.#heads = new Map();
      this.#headsAreDone = false;
    }
    for (const { cell, column } of row) {
      const stack = this.#heads.get(column) ?? [];
      if (!stack.includes(cell) && cell.text !== "") stack.push(cell);
      // In a ledger each row may hold words of the form, and nothing ends the headings.
      this.#heads.set(column, stack.slice(-MOST_HEAD_ROWS));
    }
    const families = (
      [
        ["requests", APPLICANTS],
        ["remedies", OUTCOMES],
        ["proactive", PROACTIVE_COLUMNS],
      ] as const
    ).map(([family, labels]) => ({ family, columns: columnsNamed(this.#heads, labels) }));
    const [best] = families.toSorted((a, b) => distinct(b.columns) - distinct(a.columns));
    if (!best || distinct(best.columns) === 0) return;
    this.#family = best.family;
    this.#columns = best.columns;
  }

  #proactiveRow(index: number, row: Row): boolean {
    const found = row.flatMap((slot) => {
      const match = slot.cell.text === "" ? null : PROACTIVE_ROWS.find(slot.cell.text);
      return match && !isCaption(slot.cell.text) ? [{ ...match, column: slot.column }] : [];
    })[0];
    const values = found ? this.#values(row, found.column + 1) : [];
    if (!found || (this.#family !== "proactive" && !values.some(({ cell }) => isNumber(cell.text))))
      return false;
    const known = [...this.#columns].filter(([, column]) => cellOf(found.value, column) !== undefined);
    const heads = this.#family === "proactive" ? known.filter(([column]) => column > found.column) : [];
    // Figures that do not stand below their headings are as many as they are, and in their order.
    const isShifted =
      heads.length === values.length && heads.some(([column], i) => values[i]?.column !== column);
    const layout = columnsOfRow(found.value).find(({ length }) => length === values.length);
    if (isShifted)
      for (const [i, [, key]] of heads.entries())
        this.#found([found.value, key], values[i]?.cell ?? null, found.certainty);
    else if (heads.length > 0)
      for (const [column, key] of heads)
        this.#take({ index, row }, column, [found.value, key], found.certainty);
    else this.#byPosition(index, values, layout?.map((key) => [found.value, key] as const) ?? null);
    return true;
  }

  #requestRow(index: number, row: Row): boolean {
    const first = this.#family === "requests" ? Math.min(...this.#columns.keys()) : MOST_COLUMNS;
    const labels = row.filter(
      ({ cell, column }) =>
        column < first && cell.text !== "" && !(this.#family !== "requests" && isNumber(cell.text)),
    );
    const found = this.#rowNamed(
      labels.map(({ cell }) => cell.text),
      row,
    );
    if (!found) return false;
    const from = (labels.at(-1)?.column ?? -1) + 1;
    const values = this.#values(row, this.#family === "requests" ? Math.max(first, from) : from);
    if (this.#family !== "requests" && values.length < APPLICANT_KEYS.length) return false;
    const isWhole =
      this.#family === "requests" && new Set(this.#columns.values()).size === APPLICANT_KEYS.length;
    const isRagged = !this.#source.isSparse && values.length < APPLICANT_KEYS.length;
    if (isWhole && !isRagged)
      for (const [column, key] of this.#columns)
        this.#take({ index, row }, column, [found.value, key], found.certainty);
    else
      this.#byPosition(
        index,
        isRagged ? values : values.slice(-APPLICANT_KEYS.length),
        shortRow(values.length)?.map((key) => [found.value, key] as const) ?? null,
      );
    return true;
  }

  /** The innermost label names the row; lost labels leave its number, or its place in the group. */
  #rowNamed(labels: readonly string[], row: Row): { value: string; certainty: Certainty } | null {
    const distinct = [...new Set(labels)];
    for (const label of distinct) {
      const group = groupNamed(label);
      if (group && group !== this.#group) {
        this.#group = group;
        this.#inGroup = 0;
      }
    }
    for (const label of distinct.toReversed()) {
      const match = requestRow(label, this.#group);
      if (match) {
        this.#inGroup++;
        if (!this.#group?.rows.includes(match.value)) this.#group = null;
        return match;
      }
    }
    const last = distinct.at(-1) ?? "";
    const hasNumbers = row.some(({ cell, isOwn }) => isOwn && isNumber(cell.text));
    if (!this.#group || this.#family !== "requests") return null;
    if (groupNamed(last) === this.#group && this.#group.isRow)
      return hasNumbers || this.#values(row, 0).length >= 7
        ? { value: UNDIVIDED_ROW, certainty: "SURE" }
        : null;
    const isLost =
      labelKey(last) === "" || groupNamed(last) === this.#group || /^\d{1,2}$/.test(labelKey(last));
    const position =
      labelNumber(last) ?? (/^\d{1,2}$/.test(labelKey(last)) ? Number(labelKey(last)) : this.#inGroup + 1);
    const lost = isLost && hasNumbers ? this.#group.rows[position - 1] : undefined;
    if (lost === undefined) return null;
    this.#inGroup = position;
    return { value: lost, certainty: "LIKELY" };
  }

  #remedyRow(index: number, row: Row): boolean {
    if (this.#family !== "remedies") return false;
    const texts = row.filter(({ cell, isOwn }) => isOwn && !isFigure(cell.text));
    const named = texts.flatMap(({ cell }) => REMEDY_ROWS.exact(cell.text) ?? [])[0];
    const values = this.#values(row, 0).filter(({ cell }) => isFigure(cell.text));
    const isData =
      values.some(({ cell }) => isNumber(cell.text)) || (texts.length === 0 && values.length >= 5);
    if (!isData) return false;
    const columns = [...this.#columns].filter(([column]) => !texts.some((slot) => slot.column === column));
    if (columns.length === REMEDY_CODES.length)
      for (const [i, [column]] of columns.entries())
        this.#take({ index, row }, column, REMEDY_CODES[i] ?? ["", ""], "SURE");
    else if (columns.length === 5) {
      const block = named ?? this.#groupAbove(columns) ?? REMEDY_CODES[this.#remedyBlocks * 5]?.[0];
      const certainty = named || this.#groupAbove(columns) ? "SURE" : "LIKELY";
      for (const [column, key] of columns) this.#take({ index, row }, column, [block ?? "", key], certainty);
      this.#remedyBlocks++;
    } else this.#byPosition(index, values, values.length === REMEDY_CODES.length ? REMEDY_CODES : null);
    return true;
  }

  #groupAbove(columns: readonly (readonly [number, string])[]): string | null {
    const stack = columns.flatMap(([column]) => this.#heads.get(column) ?? []);
    return stack.flatMap((cell) => REMEDY_ROWS.exact(cell.text) ?? []).at(-1) ?? null;
  }

  #values(row: Row, from: number): Slot[] {
    return row.filter(({ column, isOwn }) => isOwn && column >= from);
  }

  #byPosition(
    index: number,
    values: readonly Slot[],
    codes: readonly (readonly [string, string])[] | null,
  ): void {
    const line = values.map(({ cell }) => cell.text).join(" ");
    const { place } = this.#source;
    if (codes === null || codes.length !== values.length) {
      this.#findings.doubt(
        "ROW_NOT_UNDERSTOOD",
        text(
          "这一行的数与表头对不上，未取用",
          "The figures of this row do not fit the columns and were not taken",
        ),
        { ...place, row: index + 1 },
        line,
      );
      return;
    }
    for (const [i, { cell }] of values.entries()) this.#found(codes[i] ?? ["", ""], cell, "LIKELY");
    this.#findings.doubt(
      "GUESSED_BY_POSITION",
      text(
        "按数的先后推定各列，请核对",
        "The columns were guessed by the order of the figures: please compare",
      ),
      { ...place, row: index + 1 },
      line,
    );
  }

  #take(
    { index, row }: { readonly index: number; readonly row: Row },
    column: number,
    code: readonly [string, string],
    certainty: Certainty,
  ): void {
    const slot = row.find((one) => one.column === column);
    if (slot && !slot.isOwn) return;
    const cell = slot?.cell ?? { row: index, column, rowSpan: 1, colSpan: 1, text: "" };
    this.#found(code, cell, certainty);
  }

  #found([row, column]: readonly [string, string], at: GridCell | null, certainty: Certainty): void {
    if (!at) return;
    const place = { ...this.#source.place, row: at.row + 1, column: at.column + 1 };
    takeFigure(this.#findings, { row, column, printed: at.text, place, certainty });
  }

  #tellUnknown(index: number, row: Row): void {
    const own = row.filter(({ isOwn }) => isOwn);
    const hasNumber = own.some(({ cell }) => isNumber(cell.text));
    if (!this.#family || !hasNumber || own.every(({ cell }) => isFigure(cell.text))) return;
    this.#findings.doubt(
      "ROW_NOT_UNDERSTOOD",
      text("表中没有这一行，其中的数未取用", "The form has no such row: its figures were not taken"),
      { ...this.#source.place, row: index + 1 },
      own.map(({ cell }) => cell.text).join(" "),
    );
  }
}
