import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 50;
const MAX_CURSOR_LENGTH = 400;
/** Rows are paged by ASCII keys; the database never compares them with other text. */
const PLAIN_KEY = /^[\x21-\x7e]+$/;

export interface Page {
  readonly first: number;
  /** Cursor key of the last row of the previous page. */
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
export function readPage(
  args: { readonly first?: number | null; readonly after?: string | null },
  defaultSize = DEFAULT_PAGE_SIZE,
): Page {
  const first = args.first ?? defaultSize;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    const message = text(`first 须为 1 至 ${MAX_PAGE_SIZE}`, `first must be from 1 to ${MAX_PAGE_SIZE}`);
    throw badInput(message, ["first"]);
  }
  return { first, after: args.after == null ? null : decodeCursor(args.after) };
}

export const encodeCursor = (key: string): string => Buffer.from(key, "utf8").toString("base64url");

/** Accepts only cursors that `encodeCursor` may have made; the caller checks the key inside. */
export function decodeCursor(cursor: string): string {
  const key = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, "base64url").toString("utf8") : "";
  if (!PLAIN_KEY.test(key) || encodeCursor(key) !== cursor)
    throw badInput(text("游标无效", "The cursor is not valid"), ["after"]);
  return key;
}

/** Rows of a page: up to `first + 1`; the extra row only shows that there are more. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
}

/** `cursorKey` makes the key that the client returns as `after` of the next page. */
export function connectionOf<Row, Node>(
  { rows, totalCount }: Found<Row>,
  page: Page,
  cursorKey: (row: Row) => string,
  present: (row: Row) => Node,
): Connection<Node> {
  const edges = rows
    .slice(0, page.first)
    .map((row) => ({ cursor: encodeCursor(cursorKey(row)), node: present(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
