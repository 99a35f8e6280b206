import { type Grid, slotsOf } from "../../forms/index";

/** A figure's place in the printed table. */
export interface Spot {
  readonly code: string;
  readonly row: number;
  readonly column: number;
  readonly end: number;
}

export const spotsOf = (grid: Grid): Spot[] =>
  slotsOf(grid).flatMap((slots, row) =>
    slots.flatMap(({ cell, column, begins }) =>
      begins && cell.code !== undefined ? [{ code: cell.code, row, column, end: column + cell.colSpan }] : [],
    ),
  );

type Direction = "up" | "down" | "left" | "right";

/** The figure next to one, as the eye sees the table; undefined at its edge. */
export function neighbour(spots: readonly Spot[], code: string, direction: Direction): Spot | undefined {
  const from = spots.find((spot) => spot.code === code);
  if (!from) return undefined;
  if (direction === "left" || direction === "right") {
    const row = spots.filter((spot) => spot.row === from.row);
    return row[row.indexOf(from) + (direction === "left" ? -1 : 1)];
  }
  const below = spots.filter(
    (spot) =>
      spot.column < from.end &&
      from.column < spot.end &&
      (direction === "down" ? spot.row > from.row : spot.row < from.row),
  );
  return direction === "down" ? below[0] : below[below.length - 1];
}

/** A block copied from a spreadsheet: rows of cells. One value alone is not a block. */
export function blockOf(clipboard: string): string[][] | null {
  const rows = clipboard
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((row) => row.split("\t"));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

/** Where each value of a pasted block goes: from `code` on to the right and down; what reaches over the edge is told. */
export function placed(
  spots: readonly Spot[],
  code: string,
  block: readonly (readonly string[])[],
): { readonly cells: Readonly<Record<string, string>>; readonly over: number } {
  const cells: Record<string, string> = {};
  let over = 0;
  let line: Spot | undefined = spots.find((spot) => spot.code === code);
  for (const values of block) {
    let spot = line;
    for (const value of values) {
      if (spot) cells[spot.code] = value.trim();
      else over++;
      spot = spot && neighbour(spots, spot.code, "right");
    }
    line = line && neighbour(spots, line.code, "down");
  }
  return { cells, over };
}
