/** A printed table with merged cells, in reading order: a cell stands in the row and column where it begins. */
export interface Grid {
  /** Column widths in millimetres. */
  readonly widths: readonly number[];
  /** Rows of the header, which is repeated where a table runs over a page. */
  readonly headRows: number;
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly text: string;
  readonly kind: "head" | "label" | "figure";
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The cell code of a figure. */
  readonly code?: string;
}

/** A place of the table in one row: a cell that begins there, or a merged one that reaches down to it. */
export interface Slot {
  readonly cell: GridCell;
  readonly column: number;
  /** False in the rows below the one where the cell begins. */
  readonly begins: boolean;
}

/** The slots of each row from left to right, merged cells in every row they reach. */
export function slotsOf({ rows, widths }: Pick<Grid, "rows" | "widths">): Slot[][] {
  const above: ({ readonly cell: GridCell; readonly last: number } | undefined)[] = [];
  return rows.map((cells, at) => {
    const slots: Slot[] = [];
    const left = [...cells];
    for (let column = 0; column < widths.length;) {
      const reaching = above[column];
      const begins = !reaching || reaching.last < at;
      const cell = begins ? left.shift() : reaching.cell;
      if (!cell) throw new Error(`a row of the table ends at column ${column}`);
      if (begins) above[column] = { cell, last: at + cell.rowSpan - 1 };
      slots.push({ cell, column, begins });
      column += cell.colSpan;
    }
    if (left.length > 0) throw new Error("a row of the table has more cells than columns");
    return slots;
  });
}

/** One heading over several lines; `level` counts from the outermost, `depth` is the number of levels it fills. */
export interface Heading {
  readonly text: string;
  readonly level: number;
  readonly depth: number;
  readonly at: number;
  readonly length: number;
}

/**
 * The headings of lines (rows or columns) given by paths: neighbours below the same headings share them, and the last
 * part of a path fills the levels that are left.
 */
export function headingsOf(paths: readonly (readonly string[])[], levels: number): Heading[] {
  const headings: Heading[] = [];
  for (const [at, path] of paths.entries())
    for (const [level, text] of path.entries()) {
      const last = level === path.length - 1;
      if (!last && at > 0 && sharesUpTo(path, paths[at - 1] ?? [], level)) continue;
      const length = last ? 1 : runLength(paths, at, level);
      headings.push({ text, level, depth: last ? levels - level : 1, at, length });
    }
  return headings;
}

const sharesUpTo = (one: readonly string[], other: readonly string[], level: number): boolean =>
  other.length > level + 1 && one.slice(0, level + 1).every((part, i) => part === other[i]);

function runLength(paths: readonly (readonly string[])[], at: number, level: number): number {
  const [first = [], ...below] = paths.slice(at);
  const end = below.findIndex((path) => !sharesUpTo(first, path, level));
  return (end < 0 ? below.length : end) + 1;
}
