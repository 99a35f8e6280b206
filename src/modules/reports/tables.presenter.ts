import { FORMATS, showCellValue, type Cell, type TableKey } from "./catalog/index.js";
import type { Figures } from "./report.view.js";

type Tree = { [name: string]: Tree | string | number | null };

type Fill = (leaf: Cell, figures: Figures) => string | number | null;

const SEPARATOR = ".";

/** Every cell of either form below one table, so that a row the year's form lacks is there with nulls. */
const cellsOf = (table: TableKey): Cell[] => {
  const byCode = new Map(FORMATS.flatMap((f) => f.cells).map((cell) => [cell.code, cell]));
  return [...byCode.values()].filter((cell) => cell.table === table);
};

const LEAVES: Readonly<Record<TableKey, readonly { cell: Cell; path: readonly string[] }[]>> = {
  proactive: leavesOf("proactive"),
  requests: leavesOf("requests"),
  remedies: leavesOf("remedies"),
};

function leavesOf(table: TableKey): { cell: Cell; path: readonly string[] }[] {
  return cellsOf(table).map((cell) => ({ cell, path: cell.code.split(SEPARATOR).slice(1) }));
}

const valueOf: Fill = (cell, { format, values }) => {
  const value = values[format.position(cell.code) ?? -1];
  if (value === undefined || value === null) return null;
  return cell.kind === "decimal" ? showCellValue(cell, value) : value;
};

/** The table as the nested object of its GraphQL type. */
export function presentTable(table: TableKey, figures: Figures): object {
  const root: Tree = {};
  for (const { cell, path } of LEAVES[table]) {
    let node = root;
    for (const name of path.slice(0, -1)) node = (node[name] ??= {}) as Tree;
    node[path.at(-1) ?? ""] = valueOf(cell, figures);
  }
  return root;
}
