import { Link } from "wouter";
import { t } from "../texts";
import { type Column, DataTable } from "../ui/table";
import type { Row as BulkRow } from "./bulk";
import type { LEDGERS } from "./ledgers";

interface LedgerRow {
  readonly id: string;
  readonly revision?: number;
}

/** The first column leads to the record; a box beside it chooses the row. */
export function Rows({
  page,
  rows,
  title,
  base,
  order,
  chosen,
  onOrder,
  onChoose,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly rows: readonly LedgerRow[];
  readonly title: string;
  readonly base: string;
  readonly order: string | undefined;
  readonly chosen: readonly BulkRow[];
  readonly onOrder: (order: string | undefined) => void;
  readonly onChoose: (chosen: readonly BulkRow[]) => void;
}) {
  const [first, ...others] = page.columns;
  if (!first) return null;
  const nameOf = first[1];
  const asChosen = (row: LedgerRow): BulkRow => ({
    ...{ id: row.id, name: nameOf(row) },
    ...(row.revision === undefined ? {} : { revision: row.revision }),
  });
  const toggle = (row: LedgerRow, on: boolean) =>
    onChoose(on ? [...chosen, asChosen(row)] : chosen.filter(({ id }) => id !== row.id));
  const all = rows.length > 0 && rows.every((row) => chosen.some(({ id }) => id === row.id));
  return (
    <>
      <label className="filters">
        <input type="checkbox" checked={all} onChange={() => onChoose(all ? [] : rows.map(asChosen))} />{" "}
        {t.ledger.bulkAll}
      </label>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ id }) => id}
        empty={t.ledger.empty}
        columns={[
          {
            key: first[0],
            title: first[0],
            cell: (row: LedgerRow) => (
              <>
                <input
                  type="checkbox"
                  aria-label={`${t.common.choose} ${nameOf(row)}`}
                  checked={chosen.some(({ id }) => id === row.id)}
                  onChange={({ target }) => toggle(row, target.checked)}
                />{" "}
                <Link href={`${base}/${encodeURIComponent(row.id)}`}>{nameOf(row)}</Link>
              </>
            ),
          },
          ...others.map(([name, cell]) => ({
            ...{ key: name, title: name, cell },
            ...sortOf(page.orders[name], order, onOrder),
          })),
        ]}
      />
    </>
  );
}

/** The next order of a column: upward, downward where there is such, and as the API gives it. */
function sortOf(
  orders: (typeof LEDGERS)[string]["orders"][string] | undefined,
  order: string | undefined,
  onOrder: (order: string | undefined) => void,
): Pick<Column<object>, "order"> {
  if (!orders) return {};
  const ways = (["ascending", "descending"] as const).filter((way) => orders[way]);
  const at = ways.findIndex((way) => orders[way] === order);
  const next = ways[at + 1];
  return { order: { now: ways[at] ?? null, turn: () => onOrder(next && orders[next]) } };
}
