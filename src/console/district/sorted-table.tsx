import { type ReactNode, useMemo, useState } from "react";
import { t } from "../texts";
import type { Column } from "../ui/table";

export interface SortedColumn<Row> extends Column<Row> {
  /** What the column is sorted by; null: the order of the rows as they come; left out: it cannot be. */
  readonly sort?: ((row: Row) => string | number | null) | null;
  /** Stands in the heading instead of the title. */
  readonly head?: ReactNode;
}

interface Order {
  readonly key: string;
  readonly down: boolean;
}

/** A table that is sorted by a click on a heading: once up, again down, blanks always last. */
export function SortedTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly SortedColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = useMemo(() => {
    const by = order && columns.find(({ key }) => key === order.key)?.sort;
    if (!order || by === undefined) return rows;
    if (by === null) return order.down ? [...rows].reverse() : rows;
    return [...rows].sort((one, other) => compared(by(one), by(other), order.down));
  }, [rows, columns, order]);
  if (rows.length === 0) return <p className="empty">{t.common.none}</p>;
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={caption}>
      <table className="data">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, number }, i) => {
                const Cell = i === 0 ? "th" : "td";
                return (
                  <Cell
                    key={key}
                    scope={i === 0 ? "row" : undefined}
                    className={number ? "number" : undefined}
                  >
                    {cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({
  column: { key, title, head, sort, number },
  order,
  onOrder,
}: {
  readonly column: SortedColumn<Row>;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}) {
  const at = order?.key === key ? order : null;
  return (
    <th
      scope="col"
      className={number ? "number" : undefined}
      aria-sort={at ? (at.down ? "descending" : "ascending") : undefined}
    >
      {sort === undefined ? (
        (head ?? title)
      ) : (
        <button type="button" className="sort" onClick={() => onOrder({ key, down: at ? !at.down : false })}>
          {title} <span aria-hidden="true">{at ? (at.down ? "▼" : "▲") : "↕"}</span>
        </button>
      )}
    </th>
  );
}

type Sorted = string | number | null;

/** Blanks come last, whichever way. */
export function compared(one: Sorted, other: Sorted, down: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const rising =
    typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one).localeCompare(String(other), "zh-CN");
  return down ? -rising : rising;
}
