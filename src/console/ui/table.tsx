import type { ReactNode } from "react";
import { t } from "../texts";
import { Button } from "./parts";

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** Turns the order by this column; which way it is now. */
  readonly order?: { readonly now: "ascending" | "descending" | null; readonly turn: () => void };
}

const MARK = { ascending: " ▲", descending: " ▼", none: " ↕" } as const;

/** Rows of one kind below each other; the first column names the row. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty = t.common.none,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty?: ReactNode;
}) {
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={caption}>
      <table className="data">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, number, order }) => (
              <th
                key={key}
                scope="col"
                className={number ? "number" : undefined}
                aria-sort={order?.now ?? undefined}
              >
                {order ? (
                  <button type="button" className="sort" onClick={order.turn}>
                    {title}
                    <span aria-hidden="true">{MARK[order.now ?? "none"]}</span>
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, number }, i) =>
                i === 0 ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={number ? "number" : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Arguments of a connection: a page forward, or backward. */
export type Window =
  { readonly first: number; readonly after?: string } | { readonly last: number; readonly before: string };

export function Pager({
  count,
  info,
  size,
  onTurn,
}: {
  readonly count: number;
  readonly info: PageInfo;
  readonly size: number;
  readonly onTurn: (window: Window) => void;
}) {
  return (
    <nav className="pager" aria-label={t.common.total(count)}>
      <span>{t.common.total(count)}</span>
      {info.hasPreviousPage && info.startCursor !== null && (
        <Button onClick={() => onTurn({ last: size, before: info.startCursor! })}>{t.common.back}</Button>
      )}
      {info.hasNextPage && info.endCursor !== null && (
        <Button onClick={() => onTurn({ first: size, after: info.endCursor! })}>{t.common.more}</Button>
      )}
    </nav>
  );
}
