import { memo, useMemo, useRef, useState } from "react";
import { percentileOf } from "../../charts/scale";
import { nameOf, t } from "../../texts";
import { columnLabel, type Figures, writeChange, writerOf } from "../queries";
import { compared } from "../sorted-table";
import { type Pane, useVisible } from "./visible";

const SHOWN = ["value", "showRank", "showChange"] as const;
type Shown = (typeof SHOWN)[number];

interface Order {
  readonly at: number;
  readonly down: boolean;
}

/** One column over all rows: how it is written, and where each value stands among the others. */
interface Laid {
  readonly key: string;
  readonly name: string;
  readonly whole: string;
  readonly year: number;
  readonly write: (value: number) => string;
  /** By row: from 0, the lowest, to 1. */
  readonly percentiles: readonly (number | null)[];
  readonly total: string;
  readonly median: string;
}

/** The indicator's years stand beside each other, whatever order the answer has. */
function laidOut({ columns, rows }: Figures): { laid: Laid[]; from: number[] } {
  const firsts = new Map<string, number>();
  columns.forEach(({ indicator }, i) => firsts.has(indicator.code) || firsts.set(indicator.code, i));
  const from = columns
    .map((_, i) => i)
    .sort(
      (one, other) =>
        firsts.get(columns[one]!.indicator.code)! - firsts.get(columns[other]!.indicator.code)! ||
        one - other,
    );
  const laid = from.map((at): Laid => {
    const { indicator, year, total, median } = columns[at]!;
    const write = writerOf(indicator.unit);
    const values = rows.map((row) => row.values[at] ?? null);
    const known = values.filter((value) => value !== null);
    const alike = new Set(known).size < 2;
    return {
      key: `${indicator.code} ${year}`,
      name: columnLabel(nameOf(indicator)),
      whole: nameOf(indicator),
      year,
      write,
      // Where all are alike, nobody is high or low.
      percentiles: values.map((value) => (value === null || alike ? null : percentileOf(value, known))),
      total: total === null ? "" : write(Number(total)),
      median: median === null ? "" : write(median),
    };
  });
  return { laid, from };
}

export function CompareTable({ figures }: { readonly figures: Figures }) {
  const { laid, from } = useMemo(() => laidOut(figures), [figures]);
  const [order, setOrder] = useState<Order | null>(null);
  const [shown, setShown] = useState<Shown>("value");
  const [colour, setColour] = useState(true);
  const sorted = useMemo(() => {
    const all = figures.rows.map((row, i) => ({ row, i }));
    const at = order && from[order.at];
    if (!order || at === null || at === undefined) return all;
    return all.sort((one, other) =>
      compared(one.row.values[at] ?? null, other.row.values[at] ?? null, order.down),
    );
  }, [figures, from, order]);
  return (
    <>
      <div className="filters">
        <label>
          {t.compare.show}{" "}
          <select value={shown} onChange={({ target }) => setShown(target.value as Shown)}>
            {SHOWN.map((one) => (
              <option key={one} value={one}>
                {t.compare[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={colour} onChange={({ target }) => setColour(target.checked)} />{" "}
          {t.compare.colour}
        </label>
        {colour && <small>{t.compare.legend}</small>}
      </div>
      <Grid
        laid={laid}
        from={from}
        rows={sorted}
        order={order}
        onOrder={setOrder}
        shown={shown}
        colour={colour}
      />
    </>
  );
}

interface GridProps {
  readonly laid: readonly Laid[];
  readonly from: readonly number[];
  readonly rows: readonly { readonly row: Figures["rows"][number]; readonly i: number }[];
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly shown: Shown;
  readonly colour: boolean;
}

/** Sizes in rem, as style.css has them. */
const SIZES = { row: 2.25, column: 7.5, first: 9 };

/** Only what can be seen is there: 50 rows of 200 columns scroll as smoothly as a few. */
function Grid({ laid, from, rows, order, onOrder, shown, colour }: GridProps) {
  const pane = useRef<HTMLDivElement>(null);
  const seen = useVisible(pane, { rows: rows.length, columns: laid.length, ...SIZES });
  const visible = laid.slice(seen.left, seen.right);
  return (
    <div className="grid-pane" ref={pane} tabIndex={0} role="region" aria-label={t.compare.title}>
      <table
        className="grid"
        aria-rowcount={rows.length + 3}
        aria-colcount={laid.length + 1}
        style={{ width: `${SIZES.first + laid.length * SIZES.column}rem` }}
      >
        <caption className="hidden">{t.compare.title}</caption>
        <colgroup>
          <col className="first" />
          {laid.map(({ key }) => (
            <col key={key} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} aria-sort={order ? undefined : "ascending"}>
              <button type="button" className="sort" onClick={() => onOrder(null)}>
                {t.common.unit}
              </button>
            </th>
            <Gap count={seen.left} />
            {visible.map((column, i) => (
              <Head key={column.key} column={column} at={seen.left + i} order={order} onOrder={onOrder} />
            ))}
            <Gap count={laid.length - seen.right} />
          </tr>
        </thead>
        <tbody>
          {seen.top > 0 && <tr aria-hidden="true" style={{ height: `${seen.top * SIZES.row}rem` }} />}
          {rows.slice(seen.top, seen.bottom).map(({ row, i }, at) => (
            <Row
              key={row.unit.code}
              {...{ row, i, laid, from, shown, colour, seen }}
              index={seen.top + at + 2}
            />
          ))}
          {seen.bottom < rows.length && (
            <tr aria-hidden="true" style={{ height: `${(rows.length - seen.bottom) * SIZES.row}rem` }} />
          )}
        </tbody>
        <tfoot>
          {(["median", "total"] as const).map((name, i) => (
            <tr key={name} aria-rowindex={rows.length + 2 + i} className={name}>
              <th scope="row" aria-colindex={1}>
                {t.compare[name]}
              </th>
              <Gap count={seen.left} />
              {visible.map((column, j) => (
                <td key={column.key} aria-colindex={seen.left + j + 2}>
                  {column[name]}
                </td>
              ))}
              <Gap count={laid.length - seen.right} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

const Gap = ({ count }: { readonly count: number }) =>
  count > 0 ? <td colSpan={count} aria-hidden="true" /> : null;

function Head({
  column: { name, whole, year },
  at,
  order,
  onOrder,
}: {
  readonly column: Laid;
  readonly at: number;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}) {
  const mine = order?.at === at ? order : null;
  return (
    <th
      scope="col"
      aria-colindex={at + 2}
      aria-sort={mine ? (mine.down ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className="sort"
        title={t.compare.ofYear(whole, year)}
        onClick={() => onOrder({ at, down: mine ? !mine.down : true })}
      >
        <span className="name">{name}</span>
        <span>
          {year} <span aria-hidden="true">{mine ? (mine.down ? "▼" : "▲") : "↕"}</span>
        </span>
      </button>
    </th>
  );
}

interface RowProps extends Pick<GridProps, "laid" | "from" | "shown" | "colour"> {
  readonly row: Figures["rows"][number];
  readonly i: number;
  readonly index: number;
  readonly seen: Pane;
}

const Row = memo(function Row({ row, i, index, laid, from, shown, colour, seen }: RowProps) {
  return (
    <tr aria-rowindex={index}>
      <th scope="row" aria-colindex={1} title={row.unit.name}>
        {row.unit.shortName}
      </th>
      <Gap count={seen.left} />
      {laid.slice(seen.left, seen.right).map((column, j) => {
        const at = from[seen.left + j]!;
        const value = row.values[at];
        const percentile = column.percentiles[i] ?? null;
        const level = colour && percentile !== null ? Math.min(4, Math.floor(percentile * 5)) : null;
        return (
          <td
            key={column.key}
            aria-colindex={seen.left + j + 2}
            className={level === null ? undefined : `level-${level}`}
            title={percentile === null ? undefined : t.compare.percentile(Math.round(percentile * 100))}
          >
            {colour && <Quarter percentile={percentile} />}
            {value == null ? "–" : column.write(value)}
            {shown === "showRank" && value != null && <small> #{row.ranks[at]}</small>}
            {shown === "showChange" && value != null && <small> {writeChange(row.changes[at])}</small>}
          </td>
        );
      })}
      <Gap count={laid.length - seen.right} />
    </tr>
  );
});

/** A colour alone says nothing to whoever does not see it. */
function Quarter({ percentile }: { readonly percentile: number | null }) {
  if (percentile === null || (percentile > 0.25 && percentile < 0.75)) return null;
  const high = percentile >= 0.75;
  return (
    <>
      <span aria-hidden="true">{high ? "▲" : "▼"} </span>
      <span className="hidden">{high ? t.compare.upper : t.compare.lower}</span>
    </>
  );
}
