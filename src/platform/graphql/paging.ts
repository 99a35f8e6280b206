import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 50;
const MAX_CURSOR_LENGTH = 400;

export interface Page {
  readonly first: number;
  /** Whatever `cursorOf` gave for the last row of the page before. */
  readonly after: string | null;
}

export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** Checks the arguments of a page; an explicit null is as if the argument had been left out. */
export function pageArgs(args: { readonly first?: number | null; readonly after?: string | null }): Page {
  const first = args.first ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    const message = text(`first 须为 1 至 ${MAX_PAGE_SIZE}`, `first must be from 1 to ${MAX_PAGE_SIZE}`);
    throw badInput(message, ["first"]);
  }
  return { first, after: args.after == null ? null : decodeCursor(args.after) };
}

export const encodeCursor = (key: string): string => Buffer.from(key, "utf8").toString("base64url");

/** Only what `encodeCursor` may have given; what the key within means is for the caller to check. */
export function decodeCursor(cursor: string): string {
  const key = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, "base64url").toString("utf8") : "";
  if (key === "" || encodeCursor(key) !== cursor)
    throw badInput(text("游标无效", "The cursor is not valid"), ["after"]);
  return key;
}

/**
 * A page out of up to `first + 1` rows: the one too many only tells that there is a next page.
 * `cursorOf` gives the key that `pageArgs` hands back as `after`.
 */
export function connection<Row>(
  rows: readonly Row[],
  page: Page,
  { totalCount, cursorOf }: { readonly totalCount: number; readonly cursorOf: (row: Row) => string },
): Connection<Row> {
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
