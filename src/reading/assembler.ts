import {
  LIMITS,
  NOWHERE,
  Unreadable,
  type Block,
  type GridCell,
  type Place,
  type Table,
  type Tagged,
} from "./document.js";

interface CellFrame {
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  rowSpan: number;
  /** Continues the cell above: its own content is dropped. */
  readonly continues: boolean;
  readonly blocks: Built[];
}

interface TableFrame {
  readonly cells: CellFrame[];
  row: number;
  column: number;
  /** By column: the first row that a cell above does not reach. */
  readonly reached: number[];
  /** By column: the lowest cell so far. */
  readonly lowest: CellFrame[];
  cell: CellFrame | null;
}

type TaggedText = Omit<Tagged, "place">;
type Built = Block & { readonly tags?: readonly TaggedText[]; readonly cellTags?: CellTags };
type CellTags = ReadonlyMap<GridCell, readonly TaggedText[]>;

interface OpenTag {
  readonly name: string;
  value: string;
  /** A whole paragraph ended within it. */
  isBlock: boolean;
}

/**
 * Builds blocks out of what a reader meets: text, ends of paragraphs, tables, rows and cells, pictures, tags. A table
 * that only arranges a page (it holds other tables, or is a single cell) gives its content to the text around it.
 */
export class Assembler {
  readonly #blocks: Built[] = [];
  readonly #tables: TableFrame[] = [];
  readonly #openTags: OpenTag[] = [];
  readonly #blockTags: TaggedText[] = [];
  #text = "";
  #tags: TaggedText[] = [];
  #characters = 0;
  #count = 0;
  #cells = 0;

  text(value: string): void {
    if ((this.#characters += value.length) > LIMITS.characters) throw new Unreadable("TOO_LARGE");
    this.#text += value;
    for (const tag of this.#openTags) tag.value += value;
  }

  endParagraph(level = 0): void {
    for (const tag of this.#openTags) {
      tag.value += "\n";
      tag.isBlock = true;
    }
    const text = this.#text;
    const tags = this.#tags;
    this.#text = "";
    this.#tags = [];
    this.#add({ kind: "paragraph", level, text, ...(tags.length > 0 && { tags }) });
  }

  /** For formats without ends of paragraphs: ends one if it has text. */
  breakParagraph(level = 0): void {
    if (this.#text.trim() !== "" || this.#tags.length > 0) this.endParagraph(level);
    else this.#text = "";
  }

  picture(): void {
    this.#add({ kind: "picture" });
  }

  openTag(name: string): void {
    this.#openTags.push({ name, value: "", isBlock: false });
  }

  /** `value` replaces the text within it. */
  closeTag(value?: string): void {
    const tag = this.#openTags.pop();
    if (!tag || tag.name === "") return;
    this.tag(
      { name: tag.name, value: value ?? (tag.isBlock ? tag.value.slice(0, -1) : tag.value) },
      tag.isBlock,
    );
  }

  tag(tagged: TaggedText, isBlock: boolean): void {
    if (this.#blockTags.length + this.#tags.length > LIMITS.tags) throw new Unreadable("TOO_LARGE");
    (isBlock ? this.#blockTags : this.#tags).push(tagged);
  }

  openTable(): void {
    this.#tables.push({ cells: [], row: -1, column: 0, reached: [], lowest: [], cell: null });
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row++;
    table.column = 0;
  }

  /** Leaves columns empty at the start of the row. */
  skipColumns(count: number): void {
    const table = this.#tables.at(-1);
    if (table) table.column += count;
  }

  openCell({ colSpan = 1, rowSpan = 1, continues = false } = {}): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (++this.#cells > LIMITS.cells) throw new Unreadable("TOO_LARGE");
    if (table.row < 0) table.row = 0;
    const { row } = table;
    while ((table.reached[table.column] ?? 0) > row) table.column++;
    const { column } = table;
    if (column + colSpan > LIMITS.columns) throw new Unreadable("TOO_LARGE");
    table.cell = { row, column, colSpan, rowSpan, continues, blocks: [] };
    if (rowSpan > 1) for (let c = column; c < column + colSpan; c++) table.reached[c] = row + rowSpan;
    table.column += colSpan;
  }

  closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    this.breakParagraph();
    const { cell } = table;
    table.cell = null;
    const above = table.lowest[cell.column];
    if (cell.continues && above) above.rowSpan = cell.row - above.row + 1;
    else table.cells.push((table.lowest[cell.column] = cell));
  }

  closeTable(): void {
    this.closeCell();
    const table = this.#tables.pop();
    if (!table) return;
    const { cells } = table;
    const isLayout =
      cells.length < 2 || cells.some(({ blocks }) => blocks.some(({ kind }) => kind === "table"));
    if (isLayout) for (const { blocks } of cells) for (const block of blocks) this.#add(block);
    else this.#add(tableOf(cells, table.row + 1));
  }

  finished(): { blocks: Block[]; tags: Tagged[] } {
    while (this.#tables.length > 0) this.closeTable();
    this.breakParagraph();
    return {
      blocks: this.#blocks.map(({ tags: _tags, cellTags: _cellTags, ...block }) => block),
      tags: [...placedTags(this.#blocks), ...this.#blockTags.map((tag) => ({ ...tag, place: NOWHERE }))],
    };
  }

  #add(block: Built): void {
    if (++this.#count > LIMITS.blocks) throw new Unreadable("TOO_LARGE");
    const cell = this.#tables.at(-1)?.cell;
    (cell?.blocks ?? this.#blocks).push(block);
  }
}

function tableOf(frames: readonly CellFrame[], rows: number): Built {
  const cellTags = new Map<GridCell, readonly TaggedText[]>();
  const cells = frames.map(({ row, column, rowSpan, colSpan, blocks }) => {
    const text = blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
    const cell: GridCell = { row, column, rowSpan, colSpan, text: text.trim() };
    const tags = blocks.flatMap((block) => block.tags ?? []);
    if (tags.length > 0) cellTags.set(cell, tags);
    return cell;
  });
  const columns = cells.reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 0);
  // A picture within a cell stands for what nobody can read there.
  const table: Table = { kind: "table", sheet: null, rows, columns, cells };
  return { ...table, ...(cellTags.size > 0 && { cellTags }) };
}

function placedTags(blocks: readonly Built[]): Tagged[] {
  const found: Tagged[] = [];
  for (const { block, place } of placed(blocks)) {
    for (const tag of block.tags ?? []) found.push({ ...tag, place });
    for (const [{ row, column }, tags] of block.cellTags ?? [])
      for (const tag of tags) found.push({ ...tag, place: { ...place, row: row + 1, column: column + 1 } });
  }
  return found;
}

/** The blocks with their numbers: tables and paragraphs are counted apart, each from 1. */
export function* placed<B extends Block>(blocks: readonly B[]): Generator<{ block: B; place: Place }> {
  let tables = 0;
  let paragraphs = 0;
  for (const block of blocks) {
    if (block.kind === "table") yield { block, place: { ...NOWHERE, table: ++tables, sheet: block.sheet } };
    else if (block.kind === "paragraph") yield { block, place: { ...NOWHERE, paragraph: ++paragraphs } };
    else yield { block, place: { ...NOWHERE, paragraph: paragraphs } };
  }
}
