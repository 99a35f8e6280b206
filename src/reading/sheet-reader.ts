import { Unreadable, type GridCell } from "./document.js";
import { readXml, type Attributes, type XmlHandler } from "./xml.js";

export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly at: (row: number, column: number) => GridCell | undefined;
}

export interface SheetContext {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly is1904: boolean;
  /** What all sheets of the workbook may still hold. */
  readonly budget: { cells: number; characters: number };
}

/** A sheet's own limits; a cell beyond them is no cell. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Reads the cells that have text; empty ones cost nothing, wherever the sheet ends. */
export function readSheet(pieces: Iterable<Uint8Array>, context: SheetContext): Sheet {
  const reader = new SheetReader(context);
  readXml(pieces, reader);
  return reader.finished();
}

type Open = { -readonly [K in "row" | "column"]: number } & { type: string; style: number; value: string };
const keyOf = (row: number, column: number): number => row * COLUMNS + column;

class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #cells = new Map<number, GridCell>();
  readonly #merges: (readonly [row: number, column: number, rows: number, columns: number])[] = [];
  #cell: Open | null = null;
  #isValue = false;
  #row = -1;
  #column = -1;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open = (name: string, attributes: Attributes): void => {
    if (name === "row") {
      this.#row = positionOf(attributes["r"], ROWS) ?? this.#row + 1;
      this.#column = -1;
    } else if (name === "c") this.#openCell(attributes);
    else if (name === "v" || name === "t") this.#isValue = this.#cell !== null;
    else if (name === "mergeCell") this.#merge(attributes["ref"] ?? "");
  };

  close = (name: string): void => {
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "c") this.#closeCell();
  };

  text = (value: string): void => {
    if (this.#isValue && this.#cell) this.#cell.value += value;
  };

  finished(): Sheet {
    const order = [...this.#cells.keys()].sort((a, b) => a - b);
    const last = this.#edge(order);
    for (const [row, column, rows, columns] of this.#merges) {
      const cell = this.#cells.get(keyOf(row, column));
      const rowSpan = Math.min(rows, last.row - row + 1);
      const colSpan = Math.min(columns, last.column - column + 1);
      if (cell) this.#cells.set(keyOf(row, column), { ...cell, rowSpan, colSpan });
    }
    const cells = order.flatMap((key) => this.#cells.get(key) ?? []);
    const at = (row: number, column: number) => this.#cells.get(keyOf(row, column));
    return { rows: last.row + 1, columns: last.column + 1, cells, at };
  }

  /** The last row and column with text: a merge over the whole sheet reaches no further. */
  #edge(order: readonly number[]): { row: number; column: number } {
    let column = -1;
    for (const key of order) column = Math.max(column, key % COLUMNS);
    return { row: Math.floor((order.at(-1) ?? -1) / COLUMNS), column };
  }

  #openCell({ r, t = "n", s = "0" }: Attributes): void {
    const place = r === undefined ? null : /^([A-Z]{1,3})(\d{1,7})$/.exec(r);
    if (r !== undefined && !place) throw new Unreadable("DAMAGED");
    const row = place ? positionOf(place[2], ROWS) : this.#row;
    const column = place ? columnIndex(place[1] ?? "") : this.#column + 1;
    if (row === null || row < 0 || column >= COLUMNS) throw new Unreadable("DAMAGED");
    this.#column = column;
    this.#cell = { row, column, type: t, style: Number(s), value: "" };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const text = this.#textOf(cell);
    if (text === "") return;
    const { budget } = this.#context;
    if (--budget.cells < 0 || (budget.characters -= text.length) < 0) throw new Unreadable("TOO_LARGE");
    const { row, column } = cell;
    this.#cells.set(keyOf(row, column), { row, column, rowSpan: 1, colSpan: 1, text });
  }

  #textOf({ type, style, value }: Open): string {
    if (type === "s") return plain(this.#context.shared[Number(value)] ?? "");
    if (type === "b") return value === "1" ? "TRUE" : value === "" ? "" : "FALSE";
    if (type !== "n" || value === "") return plain(value);
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (this.#context.dateStyles.has(style)) return dateText(number, this.#context.is1904);
    // Excel computes with 15 digits; more of them are noise of the binary fraction.
    return decimal(Number(number.toPrecision(15)));
  }

  #merge(ref: string): void {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
    if (!match || this.#merges.length >= 50_000) return;
    const [, left = "", top, right = "", bottom] = match;
    const [row, column] = [Number(top) - 1, columnIndex(left)];
    this.#merges.push([row, column, Number(bottom) - row, columnIndex(right) - column + 1]);
  }
}

const positionOf = (value: string | undefined, most: number): number | null => {
  if (value === undefined) return null;
  const position = Number(value) - 1;
  return Number.isInteger(position) && position >= 0 && position < most ? position : null;
};

export const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Characters that XML cannot hold are written `_x0007_`. */
const plain = (value: string): string =>
  value
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\r\n", "\n")
    .trim();

/** A number without an exponent: 1e-7 is 0.0000001. */
export function decimal(value: number): string {
  const shortest = String(value);
  if (!shortest.includes("e")) return shortest;
  return value.toFixed(20).replace(/\.?0+$/, "");
}

const DAY_MS = 86_400_000;

/** A day as 2026-01-31, with a time of day as 2026-01-31 09:30. Excel believes in a 29 February 1900. */
export function dateText(serial: number, is1904: boolean): string {
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const time = Date.UTC(1899, 11, 30) + Math.round(days * 1440) * 60_000;
  if (!(days >= 1) || time > Date.UTC(9999, 11, 31)) return decimal(serial);
  const iso = new Date(time).toISOString();
  return time % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}
