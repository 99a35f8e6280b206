import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 50;
const MAX_CURSOR_LENGTH = 400;
/** Rows are paged by ASCII keys; the database never compares them with other text. */
const PLAIN_KEY = /^[\x21-\x7e]+$/;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Rows next to a place in a list, read away from that place. */
export interface Page {
  readonly size: number;
  /** The cursor key of the row at that place; null at the list's beginning or, read backwards, at its end. */
  readonly from: string | null;
  /** Towards the beginning of the list: the last rows before a place, not the first after it. */
  readonly backwards: boolean;
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

/** Checks the arguments of a page; an explicit null counts as omitted. `first` has a default, which `last` replaces. */
export function readPage(args: PageArguments, defaultSize = DEFAULT_PAGE_SIZE): Page {
  const { first, after, last, before } = args;
  const backwards = last != null || before != null;
  if (backwards && after != null)
    throw badInput(
      text(
        "after 与 first 同用，before 与 last 同用，两组不能混用",
        "after goes with first, and before with last; the two pairs do not mix",
      ),
      ["after"],
    );
  const size = last ?? first ?? defaultSize;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    const name = last == null ? "first" : "last";
    const message = text(`${name} 须为 1 至 ${MAX_PAGE_SIZE}`, `${name} must be from 1 to ${MAX_PAGE_SIZE}`);
    throw badInput(message, [name]);
  }
  const cursor = backwards ? before : after;
  return { size, backwards, from: cursor == null ? null : decodeCursor(cursor, backwards) };
}

export const encodeCursor = (key: string): string => Buffer.from(key, "utf8").toString("base64url");

/** Accepts only cursors that `encodeCursor` may have made; the caller checks the key inside. */
export function decodeCursor(cursor: string, backwards = false): string {
  const key = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, "base64url").toString("utf8") : "";
  if (!PLAIN_KEY.test(key) || encodeCursor(key) !== cursor) throw wrongCursor({ backwards });
  return key;
}

export const wrongCursor = ({ backwards }: Pick<Page, "backwards">): Error =>
  badInput(text("游标无效", "The cursor is not valid"), [backwards ? "before" : "after"]);

/** Rows of a page in the order in which they are read, up to `size + 1`; the extra row only shows that there are more. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
}

/** A page of a list that is read as a whole, in its order. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  page: Page,
  cursorKey: (row: Row) => string,
): Found<Row> {
  const ordered = page.backwards ? rows.toReversed() : rows;
  const place = page.from === null ? -1 : ordered.findIndex((row) => cursorKey(row) === page.from);
  if (page.from !== null && place < 0) throw wrongCursor(page);
  return { rows: ordered.slice(place + 1, place + page.size + 2), totalCount: rows.length };
}

/** In the order of the list. `cursorKey` makes the key that the client returns as `after` or `before`. */
export function connectionOf<Row, Node>(
  { rows, totalCount }: Found<Row>,
  page: Page,
  cursorKey: (row: Row) => string,
  present: (row: Row) => Node,
): Connection<Node> {
  const read = rows.slice(0, page.size);
  const edges = (page.backwards ? read.reverse() : read).map((row) => ({
    cursor: encodeCursor(cursorKey(row)),
    node: present(row),
  }));
  const [beyond, behind] = [rows.length > page.size, page.from !== null];
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.backwards ? behind : beyond,
      hasPreviousPage: page.backwards ? beyond : behind,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
