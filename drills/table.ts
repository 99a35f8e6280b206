import { isGood, type Counts } from "./verdict.js";

export interface Row {
  readonly name: string;
  readonly database: string;
  readonly seconds: number;
  /** Or why the drill did not come to its end. */
  readonly found: Counts | string;
}

const HEAD = ["drill", "database", "acknowledged", "lost", "duplicated", "half-done", "time"];
const RIGHT_FROM = 2;

export const line = (row: Row): string => cellsOf(row).join(" | ");

export const passed = ({ found }: Row): boolean => typeof found !== "string" && isGood(found);

function cellsOf({ name, database, seconds, found }: Row): string[] {
  const time = `${seconds.toFixed(1)} s`;
  if (typeof found === "string") return [name, database, `failed: ${found}`, "", "", "", time];
  const { acknowledged, lost, duplicated, halfDone } = found;
  return [name, database, ...[acknowledged, lost, duplicated, halfDone].map(String), time];
}

export function sumOf(rows: readonly Row[]): Row {
  const sum = (of: (counts: Counts) => number): number =>
    rows.reduce((all, { found }) => all + (typeof found === "string" ? 0 : of(found)), 0);
  return {
    name: "all",
    database: "",
    seconds: rows.reduce((all, { seconds }) => all + seconds, 0),
    found: {
      acknowledged: sum(({ acknowledged }) => acknowledged),
      lost: sum(({ lost }) => lost),
      duplicated: sum(({ duplicated }) => duplicated),
      halfDone: sum(({ halfDone }) => halfDone),
    },
  };
}

/** As prettier writes it. */
export function markdownTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string =>
    i < RIGHT_FROM ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  const rule = widths.map((width, i) => (i < RIGHT_FROM ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [head = [], ...body] = cells.map((row) => row.map(pad));
  return [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const MARK = "<!-- the last table -->\n";

/** The page with another table after its mark, and lines about how it came about. */
export function withTable(page: string, about: readonly string[], rows: readonly Row[]): string {
  const at = page.indexOf(MARK);
  if (at < 0) throw new Error("the page has no place for the table");
  return `${page.slice(0, at)}${MARK}\n${about.join("\n\n")}\n\n${markdownTable(rows)}\n`;
}
